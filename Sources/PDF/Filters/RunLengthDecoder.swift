/// RunLengthDecode (ISO 32000-2, 7.4.5): a length, and bytes or one byte to repeat.
enum RunLengthDecoder {
    private static let endOfData: UInt8 = 128

    static func decode(_ bytes: [UInt8], limit: Int) -> DecodedBytes {
        var result = DecodedBytes()
        var index = 0
        while index < bytes.count, bytes[index] != endOfData {
            let length = bytes[index]
            index += 1
            if length < endOfData {
                let end = min(index + Int(length) + 1, bytes.count)
                result.bytes.append(contentsOf: bytes[index..<end])
                index = end
            } else if index < bytes.count {
                result.bytes.append(contentsOf: repeatElement(bytes[index], count: 257 - Int(length)))
                index += 1
            }
            if result.bytes.count > limit {
                result.bytes.removeLast(result.bytes.count - limit)
                result.isCut = true
                return result
            }
        }
        return result
    }
}
