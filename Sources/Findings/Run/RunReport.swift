import Blobs

/// Everything that a run has to say, for reporters to put into words.
///
/// Reporters show a string that stems from scanned content, a path or a note, only through `masker`.
public struct RunReport: Sendable {
    public let tool: ToolDescription
    public let run: RunDescription
    public let coverage: Coverage
    public let dropped: DropCounts

    /// What is told: one finding for each secret, the one that says most; or all of them. In the order of
    /// `Finding.isOrderedBefore`.
    public let findings: [Finding]

    /// For each of `findings`, the other findings with its secret, in order, unless they are among `findings`.
    public let elsewhere: [[Finding]]

    /// For each of `findings`, the number of its secret: from 1, in the order in which secrets first come up.
    public let groups: [Int]

    /// Findings that do not count, each with its `suppression`, in the order of `Finding.isOrderedBefore`. None of
    /// them is among the others.
    public let suppressed: [Finding]

    /// How many findings have a comment that would suppress them, and are told because the user wants no such comments.
    public let deniedCount: Int

    /// What became of the baseline; `nil` without one.
    public let baseline: BaselineReview?

    /// Where secrets went by mail; `nil` where there was no mail.
    public let mail: MailReport?

    /// Knows every candidate of the run.
    public let masker: Masker

    /// Knows every candidate of the run in lower case, as addresses are kept; nothing where there is no mail.
    public let addressMasker: Masker

    /// Makes keyed fingerprints; `nil` when the user gave no key, and then reports hold none.
    public let fingerprintKey: FingerprintKey?

    /// Whether the user asked for the secrets themselves (`--show-secrets`).
    public let showsSecrets: Bool

    /// - Parameters:
    ///   - findings: all that count, in the order of `Finding.isOrderedBefore`.
    ///   - tellsEveryLocation: whether each is told by itself, and not only one for each secret.
    /// - Complexity: O(n log n) in the number of findings.
    public init(
        tool: ToolDescription, run: RunDescription, coverage: Coverage, dropped: DropCounts, findings all: [Finding],
        tellsEveryLocation: Bool, suppressed: [Finding] = [], deniedCount: Int = 0, baseline: BaselineReview? = nil,
        mail: MailReport? = nil, masker: Masker, fingerprintKey: FingerprintKey? = nil, showsSecrets: Bool = false
    ) {
        self.mail = mail
        self.suppressed = suppressed
        self.deniedCount = deniedCount
        self.baseline = baseline
        self.tool = tool
        self.run = run
        self.coverage = coverage
        self.dropped = dropped
        self.masker = masker
        let hasMail = mail != nil || all.contains { $0.mail != nil } || suppressed.contains { $0.mail != nil }
        addressMasker = hasMail ? masker.lowercased : Masker()
        self.fingerprintKey = fingerprintKey
        self.showsSecrets = showsSecrets
        var numbers: [Secret: Int] = [:]
        let groupOfEach = all.map { finding in
            let next = numbers.count + 1
            let number = numbers[finding.secret] ?? next
            numbers[finding.secret] = number
            return number
        }
        if tellsEveryLocation {
            (findings, groups) = (all, groupOfEach)
            elsewhere = Array(repeating: [], count: all.count)
        } else {
            let incidents = Self.incidents(of: all, groups: groupOfEach, count: numbers.count)
            (findings, elsewhere) = (incidents.map(\.told), incidents.map(\.others))
            groups = Array(1..<numbers.count + 1)
        }
    }

    /// The number that each secret has in `groups`.
    ///
    /// - Complexity: O(n) in the number of findings.
    public var groupsBySecret: [Secret: Int] {
        Dictionary(zip(findings.map(\.secret), groups), uniquingKeysWith: { first, _ in first })
    }

    /// How many findings the run has come to, whether told or not.
    public var placeCount: Int { elsewhere.reduce(findings.count) { $0 + $1.count } }

    /// All findings of the run, whether told or not, in no particular order.
    public var allFindings: some Sequence<Finding> {
        [findings, elsewhere.flatMap(\.self)].lazy.joined()
    }

    /// For each secret the finding that is told, in order, and the others with that secret.
    private static func incidents(
        of all: [Finding], groups: [Int], count: Int
    ) -> [(told: Finding, others: [Finding])] {
        var members = [[Int]](repeating: [], count: count)
        for (index, group) in groups.enumerated() { members[group - 1].append(index) }
        let told = members.map { indexes in
            indexes.dropFirst().reduce(indexes[0]) { all[$1].saysMore(than: all[$0]) ? $1 : $0 }
        }
        return zip(told, members).sorted { $0.0 < $1.0 }.map { index, indexes in
            (all[index], indexes.filter { $0 != index }.map { all[$0] })
        }
    }

    /// Identifies a finding across runs. A secret in the path is masked first, so that it cannot be guessed from the
    /// hash.
    public func place(of finding: Finding) -> Place {
        Place(
            ruleID: finding.rule.id, path: masker.mask(finding.provenance.path), line: finding.line,
            ordinal: finding.ordinal)
    }
}
