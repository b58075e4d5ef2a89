/// The parts of a finding in a repository that tests look at.
struct GitFinding: Decodable {
    struct Step: Decodable {
        let kind: String
        let object_kind, object, encoding: String?
    }

    struct Secret: Decodable {
        let value: String
    }

    struct Commit: Decodable {
        let commit, author, date, subject: String
    }

    struct Path: Decodable {
        let path: String
    }

    struct History: Decodable {
        let reachable: Bool
        let in_head, pushed: Bool?
        let versions, reference_count: Int
        let introduced, last: Commit?
        let other_paths: [Path]
        let references: [String]
    }

    let rule, path: String
    let line, column: Int
    let provenance: [Step]
    let secret: Secret
    let history: History?

    /// `blob`, `commit` or `tag`; else `file`, `name`, `git-reference` or `git-reflog`.
    var kind: String { provenance.lazy.compactMap(\.object_kind).first ?? provenance.last?.kind ?? "" }

    /// The object in which it stands.
    var objectID: String? { provenance.lazy.compactMap(\.object).first }

    /// One line: where it stands, the subject of the commit that brought it in, and what history says, such as
    /// `src/a.py:2:10 blob (add a) reachable in-head`.
    var place: String {
        var parts = ["\(path):\(line):\(column)", kind]
        guard let history else { return parts.joined(separator: " ") }
        if let commit = history.introduced { parts.append("(\(commit.subject))") }
        if history.reachable { parts.append("reachable") }
        if history.in_head == true { parts.append("in-head") }
        if history.pushed == true { parts.append("pushed") }
        return parts.joined(separator: " ")
    }
}
