/// Writes gzip files (RFC 1952) of stored blocks (RFC 1951, 3.2.4).
enum Gzip {
    static func file(_ content: [UInt8]) -> [UInt8] {
        var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        var position = 0
        repeat {
            let end = min(content.count, position + 65_535)
            let count = end - position
            let (low, high) = (UInt8(count & 255), UInt8(count >> 8))
            file += [end == content.count ? 1 : 0, low, high, ~low, ~high] + content[position..<end]
            position = end
        } while position < content.count
        let crc = CRC.value(of: content)
        for shift in [0, 8, 16, 24] { file.append(UInt8(truncatingIfNeeded: crc >> UInt32(shift))) }
        for shift in [0, 8, 16, 24] { file.append(UInt8(truncatingIfNeeded: content.count >> shift)) }
        return file
    }
}
