// The position of a case in its enumeration is its number in a table. A table is read by the program that it was
// built into or by the process that wrote it, so the numbers need not survive a new version of Keyhound.

/// An enumeration that a table can hold.
protocol TableCoded: CaseIterable, Equatable where AllCases == [Self] {}

extension TableCoded {
    var code: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    init(code: Int) {
        precondition(Self.allCases.indices.contains(code), "unknown \(Self.self) in the rule table")
        self = Self.allCases[code]
    }
}

extension Severity: TableCoded {}
extension Proof: TableCoded {}
extension RuleShape: TableCoded {}
extension ShapeSource: TableCoded {}
