/// Who is in which group: the `…-group-membership.csv` of a Google Vault export, or any table with a column for groups
/// and one for members.
///
/// Vault's help page describes the file as one row a member, with the addresses of member and group
/// (<https://support.google.com/vault/answer/6099459>). Columns are found by their names: the first with `group` in it
/// and the first other with `member` or `user`, one that also names an address before others. Fields are separated by
/// commas, semicolons or tabs, whichever is most frequent in the first row.
public struct GroupMembership: Hashable, Sendable {
    /// Bytes of a table that are read at most.
    public static let sizeLimit = 256 << 20

    /// Members by group, as the tables tell them: a member may be a group.
    private var members: [String: Set<String>] = [:]

    /// Nobody is in any group.
    public init() {}

    /// - Throws: `GroupMembershipError` for what is not such a table.
    /// - Complexity: O(n).
    public init(csv: [UInt8]) throws(GroupMembershipError) {
        guard csv.count <= Self.sizeLimit else { throw .tooLarge(limit: Self.sizeLimit) }
        guard String(validating: csv, as: UTF8.self) != nil else { throw .notUTF8 }
        let bytes = csv.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(csv.dropFirst(3)) : csv
        var rows = CSVRows(bytes, separator: Self.separator(of: bytes)).makeIterator()
        let head = rows.next()?.fields ?? []
        if let line = rows.openQuote { throw .openQuote(line: line) }
        let people = head.indices.filter { index in Self.memberWords.contains { head[index].lowercased().contains($0) }
        }
        guard let group = Self.column(["group"], in: head, besides: people) ?? Self.column(["group"], in: head) else {
            throw .noColumn("group")
        }
        guard let member = Self.column(Self.memberWords, in: head, besides: [group]) else { throw .noColumn("member") }
        while let row = rows.next() {
            if row.fields.allSatisfy(\.isEmpty) { continue }
            guard row.fields.count > max(group, member) else { throw .shortRow(line: row.line) }
            for name in Self.addresses(in: row.fields[group]) {
                members[name, default: []].formUnion(Self.addresses(in: row.fields[member]))
            }
        }
        if let line = rows.openQuote { throw .openQuote(line: line) }
    }

    public var groupCount: Int { members.count }

    /// Adds what another table tells.
    public mutating func merge(_ other: GroupMembership) {
        members.merge(other.members) { $0.union($1) }
    }

    /// The people in a group, in order, groups in it resolved; `nil` for what is no group. A group that holds itself
    /// adds nobody.
    ///
    /// - Parameter group: its address, in lower case.
    /// - Complexity: O(n) in the members of all groups in it.
    public func people(in group: String) -> [String]? {
        guard members[group] != nil else { return nil }
        var (people, seen, waiting): (Set<String>, Set<String>, [String]) = ([], [group], [group])
        while let name = waiting.popLast() {
            for member in members[name] ?? [] {
                if members[member] == nil {
                    people.insert(member)
                } else if seen.insert(member).inserted {
                    waiting.append(member)
                }
            }
        }
        return people.sorted()
    }

    private static func separator(of bytes: [UInt8]) -> UInt8 {
        var counts = [UInt8(ascii: ","): 0, UInt8(ascii: ";"): 0, UInt8(ascii: "\t"): 0]
        for byte in bytes.prefix(while: { $0 != UInt8(ascii: "\n") }) where counts[byte] != nil {
            counts[byte, default: 0] += 1
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? UInt8(ascii: ",")
    }

    private static let memberWords = ["member", "user"]

    private static func column(_ words: [String], in head: [String], besides others: [Int] = []) -> Int? {
        let names = head.enumerated().filter { !others.contains($0.offset) }.map {
            ($0.offset, $0.element.lowercased())
        }
        let named = names.filter { name in words.contains { name.1.contains($0) } }
        return (named.first { $0.1.contains("mail") || $0.1.contains("address") } ?? named.first)?.0
    }

    private static func addresses(in field: String) -> [String] {
        field.lowercased().split { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "<" || $0 == ">" }.map(
            String.init
        )
        .filter { $0.contains("@") }
    }
}
