import Blobs

/// Writes rows as text that says of each value what it is given to.
///
/// A value stands in a line of its own, `column = "value"`, and behind a row stands an empty line. Values are as they
/// are, without escapes: a value of several lines begins behind the line of its column and has its own lines, as a
/// private key must. The quotes are those of the three kinds that the value does not hold. Without one, and around a
/// value that is no single short line, there are none. Numbers stand bare, BLOBs as `BinaryForm` says, and NULL
/// and what is empty are left out.
struct RowText {
    /// Values in quotes have this many bytes at most: longer ones are no secrets, but hold some.
    private static let longestQuoted = 2_000

    /// Names in cells have this many bytes at most.
    private static let longestName = 128

    private static let digits = Array("0123456789abcdef".utf8)

    private(set) var bytes: [UInt8] = []

    private let labels: RowLabels
    private let settings: SettingColumns

    /// What another cell says that the value in hand is given to; empty if none does.
    private var name: [UInt8] = []
    private let isFile: (Span<UInt8>) -> Bool

    /// - Parameters:
    ///   - table: its columns in their order.
    ///   - isFile: see `BinaryForm`.
    init(_ table: Table, isFile: @escaping (Span<UInt8>) -> Bool) {
        self.isFile = isFile
        settings = SettingColumns(table.columns)
        labels = RowLabels(table)
    }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// Appends a row.
    ///
    /// - Returns: the columns whose values are parts of their own.
    mutating func append(
        _ row: some RowValues, columns: Int, budget: ReadingBudget
    ) throws(DatabaseError) -> [Int] {
        var large: [Int] = []
        let start = bytes.count
        for column in 0..<columns {
            let kind = row.kind(column)
            switch kind {
            case .null, .lost: continue
            case .large: large.append(column)
            case .number, .text, .bytes:
                try readName(column, in: row)
                try row.withBytes(column, as: kind) { (span) throws(DatabaseError) in
                    try budget.spend(bytes: span.count)
                    if !write(span, kind, column) { large.append(column) }
                }
            }
        }
        bytes.append(UInt8(ascii: "\n"))
        try budget.spend(bytes: bytes.count - start)
        return large
    }

    /// Looks for the name that another cell of the row has for a value.
    private mutating func readName(_ column: Int, in row: some RowValues) throws(DatabaseError) {
        name.removeAll(keepingCapacity: true)
        guard let pair = settings.pair, pair.value == column, row.kind(pair.name) == .text else { return }
        try row.withBytes(pair.name, as: .text) { (span) throws(DatabaseError) in
            guard span.count <= Self.longestName else { return }
            // Something that ends the name, or the line, would make it another.
            for index in span.indices where !Self.canStandInName(span[index]) { return }
            name.append(copying: span)
        }
    }

    private static func canStandInName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "="), 0x7F:
            false
        default: byte >= 0x20
        }
    }

    /// - Returns: `false` if the value is to be a part of its own.
    private mutating func write(_ value: Span<UInt8>, _ kind: ValueKind, _ column: Int) -> Bool {
        if value.isEmpty { return true }
        if kind == .number {
            writeLine(value, column)
        } else if kind == .text {
            writeText(value, column)
        } else {
            switch BinaryForm(value, isFile: isFile) {
            case .text: writeText(value, column)
            case .wideText: writeText(Self.decoded(value).span, column)
            case .digits: writeText(Self.hexadecimal(value).span, column)
            case .asIs: writeLine(value, column)
            case .part: return false
            }
        }
        return true
    }

    private static func decoded(_ value: Span<UInt8>) -> [UInt8] {
        var (text, decoder) = ([UInt8](), WideTextDecoder(isBigEndian: false))
        decoder.decode(value, into: &text)
        return text
    }

    private static func hexadecimal(_ value: Span<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        for index in value.indices {
            text.append(digits[Int(value[index] >> 4)])
            text.append(digits[Int(value[index] & 15)])
        }
        return text
    }

    private mutating func writeLine(_ value: Span<UInt8>, _ column: Int) {
        beginLine(column)
        bytes.append(UInt8(ascii: " "))
        bytes.append(copying: value)
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func writeText(_ value: Span<UInt8>, _ column: Int) {
        let form = TextForm(value, longestQuoted: Self.longestQuoted)
        beginLine(column)
        bytes.append(form.hasLines ? UInt8(ascii: "\n") : UInt8(ascii: " "))
        if let quote = form.quote { bytes.append(quote) }
        bytes.append(copying: value)
        if let quote = form.quote { bytes.append(quote) }
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func beginLine(_ column: Int) {
        if name.isEmpty {
            labels.append(column, to: &bytes)
        } else {
            bytes += name
            RowLabels.appendSign(to: &bytes)
        }
    }
}
