import Findings

/// What the scan of one blob came to.
public struct BlobReport: Sendable {
    /// In order of place, at or above the threshold that was asked for.
    public var findings: [Finding] = []

    /// Credentials of this blob that are not among the findings, for the masker.
    public var unreported: [Secret] = []
    public var dropped = DropCounts()

    /// Certificates and public keys of this blob.
    public var publicHalves = PublicHalves()

    /// Rules that did not examine all of the blob.
    public var failures: [Diagnostic] = []

    /// Whether a value was judged by the blob's path too, whatever came of it: under another path it may be a finding.
    public var isPathDependent = false

    public init() {}

    /// Whether the blob has nothing to tell, under any path.
    public var isEmpty: Bool {
        findings.isEmpty && unreported.isEmpty && dropped == DropCounts() && publicHalves.isEmpty && failures.isEmpty
            && !isPathDependent
    }
}
