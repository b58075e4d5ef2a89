import Blobs
import Findings
import GitObjects
import Inputs
import Scanning

/// The references of a repository: where history begins, and texts to be scanned themselves.
struct ReferenceNames: ~Copyable {
    /// What could not be read.
    let problems: [RepositoryProblem]

    /// The commit that is checked out.
    let head: ObjectID?

    /// What was found in names, once they have been scanned.
    private(set) var findings: [Finding] = []

    private let references: [Reference]
    private let logs: [ReflogEntry]
    private let state: HistoryState

    init(_ state: HistoryState, handles: DirectoryHandles) {
        self.state = state
        let list = ReferenceList(state.repository, handles: handles)
        references = list.references
        head = list.head(of: state.repository)
        let logs = Reflogs(state.repository, handles: handles)
        self.logs = logs.entries
        problems = list.problems + logs.problems
    }

    /// Scans the names of references, and what reflogs say.
    mutating func scan() throws -> RunResult {
        var scanner = try Scanner(state.rules, options: state.settings.scanning)
        var result = RunResult()
        for reference in references {
            let path = RawPath(reference.name)
            take(reference.name, Provenance(.file(path), .gitReference), reference.name, &scanner, &result)
        }
        for entry in logs {
            let path = RawPath(entry.reference)
            take(entry.message, Provenance(.file(path), .gitReflog), entry.reference, &scanner, &result)
            take(entry.who, Provenance(.file(path), .gitReflog), entry.reference, &scanner, &result)
        }
        result.add(scanner.counts)
        return result
    }

    private mutating func take(
        _ text: [UInt8], _ provenance: Provenance, _ reference: [UInt8], _ scanner: inout Scanner,
        _ result: inout RunResult
    ) {
        let report = scanner.scan(whole: text.span) { provenance }
        for finding in report.findings {
            var history = History()
            history.references = [reference]
            history.referenceCount = 1
            history.isPushed = Reference.isRemoteTracking(reference)
            findings.append(finding.placed(in: history))
        }
        result.takeRest(of: report)
    }

    /// Everything that keeps history alive, as far as its objects are there: references, then reflogs.
    func tips(_ numbers: ObjectNumbers, tags: [UInt32: ObjectID]) -> [Tip] {
        func tip(_ name: [UInt8], _ id: ObjectID, _ kind: Tip.Kind) -> Tip? {
            guard let object = numbers.number(of: id) else { return nil }
            var peeled = object
            // Tags of tags: each step leads to an older object, but a damaged repository may lead in a circle.
            for _ in 0..<Self.deepestTag {
                guard let next = tags[peeled].flatMap({ numbers.number(of: $0) }) else { break }
                peeled = next
            }
            return Tip(name: name, object: object, peeled: peeled, kind: kind)
        }
        var tips = references.compactMap { reference in
            reference.object.flatMap { tip(reference.name, $0, reference.isRoot ? .root : .reference) }
        }
        let live = Set(tips.map(\.object))
        var counts: [[UInt8]: Int] = [:]
        for entry in logs.reversed() {
            let count = counts[entry.reference, default: 0]
            counts[entry.reference] = count + 1
            guard let tip = tip(entry.reference + Array("@{\(count)}".utf8), entry.new, .log) else { continue }
            // What a reference names by itself need not be told of its log too.
            if !live.contains(tip.object) { tips.append(tip) }
        }
        return tips
    }

    private static let deepestTag = 64
}

extension Reference {
    fileprivate var isRoot: Bool { !name.starts(with: Array("refs/".utf8)) }
}
