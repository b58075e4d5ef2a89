/// The rows of a table as RFC 4180 has them, and leniently: lines may end with LF, and a quote inside of a field that
/// is not quoted stands for itself.
struct CSVRows: Sequence {
    struct Row {
        /// From 1.
        let line: Int
        let fields: [String]
    }

    private let bytes: [UInt8]
    private let separator: UInt8

    init(_ bytes: [UInt8], separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
    }

    func makeIterator() -> Iterator { Iterator(bytes: bytes, separator: separator) }

    /// What a field that does not end leaves: `openQuote` says where it began.
    struct Iterator: IteratorProtocol {
        fileprivate let bytes: [UInt8]
        fileprivate let separator: UInt8
        private var position = 0
        private var line = 1
        private(set) var openQuote: Int?

        fileprivate init(bytes: [UInt8], separator: UInt8) {
            self.bytes = bytes
            self.separator = separator
        }

        /// The next row; `nil` at the end, and in front of a field that does not end.
        mutating func next() -> Row? {
            guard position < bytes.count else { return nil }
            let start = line
            var fields: [String] = []
            while true {
                guard let field = nextField() else { return nil }
                fields.append(field)
                guard position < bytes.count else { break }
                let byte = bytes[position]
                position += 1
                if byte == separator { continue }
                if byte == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
                    position += 1
                }
                line += 1
                break
            }
            return Row(line: start, fields: fields)
        }

        private mutating func nextField() -> String? {
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                let start = position
                while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
                return String(decoding: bytes[start..<position], as: UTF8.self)
            }
            let start = line
            var field: [UInt8] = []
            position += 1
            while position < bytes.count {
                let byte = bytes[position]
                position += 1
                if byte == UInt8(ascii: "\"") {
                    guard position < bytes.count, bytes[position] == byte else { return rest(behind: field) }
                    position += 1
                } else if byte == UInt8(ascii: "\n") {
                    line += 1
                }
                field.append(byte)
            }
            openQuote = start
            return nil
        }

        /// What follows the closing quote up to the end of the field stands for itself.
        private mutating func rest(behind field: [UInt8]) -> String {
            let start = position
            while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
            return String(decoding: field + bytes[start..<position], as: UTF8.self)
        }

        private func isEnd(_ byte: UInt8) -> Bool {
            byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }
    }
}
