import Findings
import GitObjects

/// What reports say about commits: read when it is asked for.
struct CommitFacts: ~Copyable {
    private let state: HistoryState
    private let commits: CommitTable
    private var reader: ObjectReader
    private var known: [Int: History.Commit] = [:]

    init(_ state: HistoryState, _ commits: CommitTable) {
        self.state = state
        self.commits = commits
        reader = ObjectReader(state.opened.store)
    }

    /// The facts of the commit at a position of the table; `nil` if it cannot be read.
    mutating func facts(at position: Int) -> History.Commit? {
        if let facts = known[position] { return facts }
        let id = state.opened.numbers.id(of: commits.records[position].number)
        guard (try? reader.read(id)) == .commit,
            let facts = reader.withContent({ content in
                (try? Commit(content, format: state.repository.format)).map {
                    History.Commit(id: id, $0, subject: Array(copying: content.extracting($0.subject)))
                }
            })
        else { return nil }
        known[position] = facts
        return facts
    }
}

extension History.Commit {
    init(id: ObjectID, _ commit: Commit, subject: [UInt8]) {
        let author = commit.author
        self.init(
            id: id.hexadecimal, author: author.name + Array(" <".utf8) + author.email + Array(">".utf8),
            seconds: author.seconds, subject: subject)
    }
}
