import Blobs
import Findings

/// Counts what became of a baseline's entries while findings pass.
struct ReviewTally {
    private let entries: [Baseline.Entry]
    private let today: String
    private var isUsed: [Bool]
    private var movedCount = 0

    init(_ entries: [Baseline.Entry], today: String) {
        self.entries = entries
        self.today = today
        isUsed = Array(repeating: false, count: entries.count)
    }

    /// The finding, suppressed if one of the entries still holds.
    ///
    /// - Parameter positions: of the entries that stand for it.
    mutating func judged(_ finding: Finding, positions: [Int]) -> Finding {
        let valid = positions.filter { !entries[$0].isExpired(on: today) }
        for position in valid { isUsed[position] = true }
        guard !valid.isEmpty, finding.suppression == nil else { return finding }
        let paths = EntryMatcher.paths(of: finding)
        let atHome = valid.filter { position in
            let home = MaskedPath(entries[position].path.withoutDotFolder)
            return paths.contains(where: home.matches)
        }
        if atHome.isEmpty { movedCount += 1 }
        let entry = (atHome.isEmpty ? valid : atHome).map { entries[$0] }.max(by: Self.holdsShorter)
        return finding.suppressed(
            by: Suppression(
                kind: .baseline, reason: entry?.reason, owner: entry?.owner, expires: entry?.expires))
    }

    /// - Parameter file: the baseline, in the user's spelling.
    func review(of file: RawPath) -> BaselineReview {
        let positions = entries.indices.sorted { (entries[$0].line, $0) < (entries[$1].line, $1) }
        let expired = positions.filter { entries[$0].isExpired(on: today) }
        let unused = positions.filter { !isUsed[$0] && !entries[$0].isExpired(on: today) }
        return BaselineReview(
            path: file, entryCount: entries.count, usedCount: isUsed.count { $0 }, movedCount: movedCount,
            unused: unused.map { Self.summary(of: entries[$0]) }, expired: expired.map { Self.summary(of: entries[$0]) }
        )
    }

    /// Whether an entry expires sooner than another, or as soon and stands further down.
    private static func holdsShorter(_ left: Baseline.Entry, _ right: Baseline.Entry) -> Bool {
        let never = "9999-99-99"
        let (leftEnd, rightEnd) = (left.expires ?? never, right.expires ?? never)
        return leftEnd == rightEnd ? left.line > right.line : leftEnd < rightEnd
    }

    private static func summary(of entry: Baseline.Entry) -> BaselineReview.Entry {
        BaselineReview.Entry(
            line: entry.line, rule: entry.rule, path: entry.path, reason: entry.reason, owner: entry.owner,
            expires: entry.expires)
    }
}
