/// A table, read as RFC 4180 says, and nothing more lenient: rows end with CR LF, the last one too.
struct ParsedCSV {
    struct Malformed: Error {
        let offset: Int
    }

    private(set) var rows: [[String]] = []

    init(_ text: String) throws(Malformed) {
        let bytes = Array(text.utf8)
        let (quote, comma) = (UInt8(ascii: "\""), UInt8(ascii: ","))
        var row: [String] = []
        var position = 0
        while position < bytes.count {
            var field: [UInt8] = []
            if bytes[position] == quote {
                position += 1
                while true {
                    guard position < bytes.count else { throw Malformed(offset: position) }
                    if bytes[position] == quote {
                        position += 1
                        guard position < bytes.count, bytes[position] == quote else { break }
                    }
                    field.append(bytes[position])
                    position += 1
                }
            } else {
                while position < bytes.count, ![comma, 0x0D, 0x0A, quote].contains(bytes[position]) {
                    field.append(bytes[position])
                    position += 1
                }
            }
            row.append(String(decoding: field, as: UTF8.self))
            if position < bytes.count, bytes[position] == comma {
                position += 1
            } else if bytes[position...].starts(with: [0x0D, 0x0A]) {
                position += 2
                rows.append(row)
                row = []
            } else {
                throw Malformed(offset: position)
            }
        }
        guard row.isEmpty else { throw Malformed(offset: position) }
    }
}
