/// Writes objects as they stand in a file.
enum ObjectWriter {
    /// Complexity: O(n) in what the object holds. It nests no deeper than the parser allows.
    static func text(_ object: PDFObject) -> String {
        switch object {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): "\(value)"
        case .real(let value): "\(value)"
        case .name(let value): name(value)
        case .string(let value): "<" + value.bytes.map(hex).joined() + ">"
        case .reference(let number): "\(number) 0 R"
        case .array(let elements): "[" + elements.map(text).joined(separator: " ") + "]"
        case .dictionary(let entries):
            "<<"
                + entries.sorted { $0.key < $1.key }.map { name($0.key) + " " + text($0.value) }.joined(separator: " ")
                + ">>"
        }
    }

    /// Each byte that is neither a letter nor a digit is written in digits.
    private static func name(_ value: String) -> String {
        "/" + value.utf8.map { isPlain($0) ? String(UnicodeScalar($0)) : "#" + hex($0) }.joined()
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        ByteClass.isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
    }

    private static func hex(_ byte: UInt8) -> String {
        String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
}
