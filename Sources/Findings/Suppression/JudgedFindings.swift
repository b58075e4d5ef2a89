/// The findings of a run, those that somebody has let be apart from the others.
public struct JudgedFindings: Sendable {
    /// Those that count, in order.
    public private(set) var counting: [Finding] = []

    /// Those that do not, each with its `suppression`, in order.
    public private(set) var suppressed: [Finding] = []

    /// How many count although a comment would suppress them.
    public private(set) var deniedCount = 0

    /// A comment in a member of a container never has a say: whoever packs a file for others could hide anything.
    ///
    /// - Parameter deniesComments: whether comments in scanned content have no say.
    public init(_ findings: [Finding], deniesComments: Bool) {
        // Usually nobody has judged anything, and there may be many.
        guard findings.contains(where: { $0.suppression != nil }) else {
            counting = findings
            return
        }
        for finding in findings {
            switch finding.suppression?.kind {
            case nil: counting.append(finding)
            case .inline where deniesComments || finding.provenance.hasMember:
                deniedCount += 1
                counting.append(finding.suppressed(by: nil))
            case .inline, .baseline: suppressed.append(finding)
            }
        }
    }
}
