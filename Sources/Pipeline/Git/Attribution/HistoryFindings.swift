import Blobs
import Findings
import GitObjects

/// Makes the findings of a report: each secret of a file once, however many versions of the file hold it.
struct HistoryFindings {
    /// What makes two findings one: the same secret under the same rule and path, the same number of times before in
    /// its version.
    private struct Key: Hashable {
        let rule: String
        let secret: Secret
        let path: RawPath
        let count: Int
    }

    /// A finding on its way: the version in which it came up first, and what all versions come to.
    fileprivate struct Gathered {
        var finding: Finding

        /// What stands beside it in its last version: a secret is let be, or not, by what is written now.
        var suppression: Suppression?
        var answer: Attribution.Answer
        var versions = 1
        var paths: Set<RawPath>
        var tips: Set<Int>
    }

    private let commits: CommitTable
    private var gathered: [Key: Gathered] = [:]

    init(_ commits: CommitTable) {
        self.commits = commits
    }

    /// Takes the findings of one object.
    mutating func add(_ findings: [Finding], answer: Attribution.Answer) {
        var counts: [Key: Int] = [:]
        for finding in findings {
            let first = Key(
                rule: finding.rule.id, secret: finding.secret, path: finding.provenance.path, count: 0)
            let count = counts[first, default: 0]
            counts[first] = count + 1
            let key = Key(rule: first.rule, secret: first.secret, path: first.path, count: count)
            guard var known = gathered[key] else {
                gathered[key] = Gathered(
                    finding: finding, suppression: finding.suppression, answer: answer, paths: Set(answer.paths),
                    tips: Set(answer.tips))
                continue
            }
            known.add(finding, answer, isEarlier: isEarlier(answer.introduced, known.answer.introduced, finding, known))
            if let last = answer.last, known.answer.last.map({ commits.isEarlier($0, than: last) }) ?? true {
                known.answer.last = last
                known.suppression = finding.suppression
            }
            gathered[key] = known
        }
    }

    /// - Parameters:
    ///   - tips: what the answers count.
    ///   - facts: what a report says about a commit.
    func finish(tips: [Tip], facts: (Int) -> History.Commit?) -> [Finding] {
        gathered.values.map { gathered in
            var history = History()
            history.introduced = gathered.answer.introduced.flatMap(facts)
            history.last = gathered.answer.last.flatMap(facts)
            history.versions = gathered.versions
            let others = gathered.paths.subtracting([gathered.finding.provenance.file])
            history.otherPaths = Array(others.sorted().prefix(History.listLimit))
            let kind = gathered.tips.map { tips[$0].kind }.min()
            let names = Set(gathered.tips.filter { tips[$0].kind == kind }.map { tips[$0].name })
            history.referenceCount = names.count
            history.isReachable = !names.isEmpty
            history.references = names.sorted { $0.lexicographicallyPrecedes($1) }
                .prefix(History.listLimit).map { $0 }
            history.isInHead = gathered.answer.isInHead
            history.isPushed = gathered.answer.isPushed
            return gathered.finding.placed(in: history).suppressed(by: gathered.suppression)
        }
    }

    /// Whether one commit was made before another. What no commit leads to is later than all.
    private func isEarlier(_ left: Int?, _ right: Int?) -> Bool {
        guard let left else { return false }
        guard let right else { return true }
        return commits.isEarlier(left, than: right)
    }

    /// Whether a version came up before the one in hand; versions of the same commit are in order of their names.
    private func isEarlier(_ left: Int?, _ right: Int?, _ finding: Finding, _ known: Gathered) -> Bool {
        guard left == right else { return isEarlier(left, right) }
        return finding.provenance < known.finding.provenance
    }
}

extension HistoryFindings.Gathered {
    /// Takes the same finding of another version.
    fileprivate mutating func add(_ other: Finding, _ otherAnswer: Attribution.Answer, isEarlier: Bool) {
        if isEarlier {
            finding = other
            answer.introduced = otherAnswer.introduced
        }
        versions += 1
        answer.isInHead = answer.isInHead || otherAnswer.isInHead
        answer.isPushed = answer.isPushed || otherAnswer.isPushed
        paths.formUnion(otherAnswer.paths)
        tips.formUnion(otherAnswer.tips)
    }
}
