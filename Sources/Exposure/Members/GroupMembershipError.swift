/// Why a table of groups and their members cannot be read.
public enum GroupMembershipError: Error, Hashable, Sendable, CustomStringConvertible {
    case notUTF8

    /// It has more bytes than the limit.
    case tooLarge(limit: Int)

    /// The first row names no column for the group, or none for the member.
    case noColumn(String)

    /// A quoted field does not end. The line is the one on which it begins, from 1.
    case openQuote(line: Int)

    /// A row has too few fields. Its line counts from 1.
    case shortRow(line: Int)

    public var description: String {
        switch self {
        case .notUTF8: "the table of members is not UTF-8"
        case .tooLarge(let limit): "the table of members is larger than \(limit) bytes"
        case .noColumn(let name): "the first row of the table of members names no column for the \(name)"
        case .openQuote(let line): "a quoted field of the table of members, line \(line), does not end"
        case .shortRow(let line): "line \(line) of the table of members has too few fields"
        }
    }
}
