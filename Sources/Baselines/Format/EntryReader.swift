import Blobs
import Checksums
import FoundationEssentials
import Inputs

/// Makes an entry of the members of a line.
struct EntryReader {
    /// The most patterns of one entry, and the most bytes of a pattern: matching takes time for each.
    private static let mostPatterns = 64
    private static let longestPattern = 1024

    private var reader: MemberReader
    private let line: Int

    init(_ members: [JSONMember], line: Int) {
        reader = MemberReader(members, line: line)
        self.line = line
    }

    mutating func entry() throws(BaselineError) -> Baseline.Entry {
        guard let rule = try reader.text("rule"), !rule.isEmpty else {
            throw reader.malformed("an entry needs a rule")
        }
        return Baseline.Entry(
            rule: rule, fingerprint: try fingerprint(), path: try path(), scope: try scope(),
            reason: try reader.text("reason"), owner: try reader.text("owner"), expires: try reader.day("expires"),
            created: try reader.day("created"), others: reader.others, line: line)
    }

    private mutating func fingerprint() throws(BaselineError) -> String {
        guard let text = try reader.text("fingerprint") else { throw reader.malformed("an entry needs a fingerprint") }
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2, FingerprintKind.allCases.contains(where: { $0.rawValue.utf8.elementsEqual(parts[0]) })
        else { throw reader.malformed("the fingerprint is of no kind that is known here") }
        guard parts[1].count == 64, Hexadecimal.bytes(lowerCase: parts[1]) != nil else {
            throw reader.malformed("the fingerprint needs 64 lower-case digits")
        }
        return text
    }

    private mutating func path() throws(BaselineError) -> RawPath {
        let text = try reader.text("path")
        let base64 = try reader.text("path_base64")
        let bytes: [UInt8]
        switch (text, base64) {
        case (let text?, nil): bytes = Array(text.utf8)
        case (nil, let base64?):
            guard let data = Data(base64Encoded: base64) else { throw reader.malformed("path_base64 is not base64") }
            bytes = Array(data)
        default: throw reader.malformed("an entry needs a path or a path_base64, and not both")
        }
        guard !bytes.isEmpty, !bytes.contains(0) else { throw reader.malformed("no file can have this path") }
        return RawPath(bytes)
    }

    private mutating func scope() throws(BaselineError) -> [String] {
        guard let patterns = try reader.texts("scope") else { return [] }
        guard (1...Self.mostPatterns).contains(patterns.count) else {
            // A scope of none could mean nowhere or everywhere.
            throw reader.malformed("a scope has 1 to \(Self.mostPatterns) patterns: leave it out to mean everywhere")
        }
        for (index, pattern) in patterns.enumerated() {
            guard pattern.utf8.count <= Self.longestPattern, PathScope.isValid(pattern) else {
                throw reader.malformed("pattern \(index + 1) of the scope cannot be read")
            }
        }
        return patterns
    }
}
