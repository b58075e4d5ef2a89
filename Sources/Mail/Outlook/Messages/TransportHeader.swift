/// The fields of the header with which a message came through the Internet (RFC 5322 section 2.2).
struct TransportHeader {
    private(set) var fields: [(name: String, value: String)] = []

    /// - Parameter text: Lines; a line that begins with a blank goes on with the field in front of it.
    init(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            if line.first == " " || line.first == "\t" {
                guard let last = fields.indices.last else { continue }
                fields[last].value += " " + Self.trimmed(line)
            } else if let colon = line.firstIndex(of: ":") {
                let name = Self.trimmed(line[..<colon]).lowercased()
                fields.append((name, Self.trimmed(line[line.index(after: colon)...])))
            }
        }
    }

    /// The values of a field, by its name in lower case.
    func values(_ name: String) -> [String] {
        fields.filter { $0.name == name }.map(\.value)
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0 == " " || $0 == "\t" }
        let end = start.lastIndex { $0 != " " && $0 != "\t" }
        return end.map { String(start[...$0]) } ?? ""
    }
}
