import Blobs
import Findings

/// Findings that do not count, and the baseline that says so.
enum Suppressed {
    static let findings: [Finding] = {
        let judged = Suppression(
            kind: .baseline, reason: "checked by hand", owner: "security team", expires: "2027-01-31")
        let marked = Suppression(kind: .inline, mark: "keyhound:allow", reason: nil)
        return (1...4).map { Sample.finding("old/a.py", line: $0).suppressed(by: judged) }
            + [Sample.finding("src/inline.py", line: 7).suppressed(by: marked)]
    }()

    static let review: BaselineReview = {
        let unused = [12, 13].map { line in
            BaselineReview.Entry(
                line: line, rule: "test-key-id", path: "gone.py", reason: nil, owner: nil, expires: nil)
        }
        let expired = BaselineReview.Entry(
            line: 31, rule: "test-key-id", path: RawPath([0xFC]), reason: "to be rotated", owner: "build team",
            expires: "2026-01-31")
        return BaselineReview(
            path: "base.toml", entryCount: 7, usedCount: 4, movedCount: 1, unused: unused, expired: [expired])
    }()
}
