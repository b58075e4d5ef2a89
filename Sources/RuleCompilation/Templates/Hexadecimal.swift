/// RFC 4648, section 8, in lower case.
enum Hexadecimal {
    private static let characters = Array("0123456789abcdef".utf8)

    static func digits(of bytes: [UInt8]) -> String {
        String(decoding: bytes.flatMap { [characters[Int($0 >> 4)], characters[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// `nil` unless `text` is pairs of digits, in either case.
    static func bytes(of text: String) -> [UInt8]? {
        let values = text.lowercased().utf8.map { characters.firstIndex(of: $0) }
        guard values.count & 1 == 0 else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: values.count, by: 2) {
            guard let high = values[place], let low = values[place + 1] else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        return bytes
    }
}
