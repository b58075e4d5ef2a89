import Findings

extension NaivePlace {
    /// The point at `offset` of any bytes, looked for from the start.
    static func point(ofAny offset: Int, in text: [UInt8]) -> Location.Point {
        func isLoneReturn(_ index: Int) -> Bool {
            text[index] == 0x0D && (index + 1 == text.count || text[index + 1] != 0x0A)
        }
        let first = text.indices.first { text[$0] == 0x0A || isLoneReturn($0) }
        let returnsEndLines = first.map { text[$0] == 0x0D } ?? false
        let ends = (0..<offset).filter { text[$0] == 0x0A || returnsEndLines && isLoneReturn($0) }
        let start = (ends.last ?? -1) + 1
        // Swift puts one replacement character where Unicode wants one.
        let units = String(decoding: text[start..<offset], as: UTF8.self).utf16.count
        return Location.Point(line: ends.count + 1, column: offset - start + 1, utf16Column: units + 1)
    }
}
