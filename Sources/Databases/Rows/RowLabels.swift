import Blobs

/// What stands in front of the values of each column: its name and a sign.
struct RowLabels {
    private static let sign = Array(" =".utf8)

    /// All labels one behind the other, and where each ends.
    private let text: [UInt8]
    private let ends: [Int]

    init(_ table: Table) {
        var (text, ends) = ([UInt8](), [Int]())
        for column in table.columns {
            // Such a name says more with that of the table.
            if SettingColumns.isVague(column) { text += Identifier.label(table.name) + [UInt8(ascii: ".")] }
            text += Identifier.label(column) + Self.sign
            ends.append(text.count)
        }
        (self.text, self.ends) = (text, ends)
    }

    func append(_ column: Int, to bytes: inout [UInt8]) {
        let start = column == 0 ? 0 : ends[column - 1]
        bytes.append(copying: text.span.extracting(start..<ends[column]))
    }

    static func appendSign(to bytes: inout [UInt8]) { bytes += sign }
}
