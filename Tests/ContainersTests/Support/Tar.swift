/// Writes tar archives (POSIX pax, ustar Interchange Format).
enum Tar {
    static func header(name: String, size: Int, type: Character = "0", link: String = "") -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int) {
            for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
        }
        put(name, at: 0)
        put("0000644", at: 100)
        put(octal(size, digits: 11), at: 124)
        put("00000000000", at: 136)
        put(String(type), at: 156)
        put(link, at: 157)
        put("ustar", at: 257)
        put("00", at: 263)
        sign(&header)
        return header
    }

    /// Puts the right checksum in.
    static func sign(_ header: inout [UInt8]) {
        for index in 148..<156 { header[index] = 0x20 }
        let sum = header.reduce(0) { $0 + Int($1) }
        for (index, byte) in octal(sum, digits: 6).utf8.enumerated() { header[148 + index] = byte }
        header[154] = 0
    }

    /// A member with its padding.
    static func member(_ name: String, _ content: [UInt8]) -> [UInt8] {
        header(name: name, size: content.count) + content
            + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }

    static func archive(_ members: [(String, [UInt8])]) -> [UInt8] {
        members.flatMap { member($0.0, $0.1) } + [UInt8](repeating: 0, count: 1024)
    }

    private static func octal(_ number: Int, digits: Int) -> String {
        let text = String(number, radix: 8)
        return String(repeating: "0", count: digits - text.count) + text
    }
}
