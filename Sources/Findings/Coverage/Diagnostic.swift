import Blobs

/// One thing that was not examined, or not to its end.
public struct Diagnostic: Hashable, Sendable {
    public let reason: SkipReason
    public let provenance: Provenance

    /// What is known beyond the reason: an error text, a rule id and an offset. Without secrets, may be empty.
    public let note: String

    public init(reason: SkipReason, provenance: Provenance, note: String = "") {
        self.reason = reason
        self.provenance = provenance
        self.note = note
    }
}

extension Diagnostic: Comparable {
    /// Reason, provenance, note.
    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        if left.reason != right.reason { return left.reason < right.reason }
        if left.provenance != right.provenance { return left.provenance < right.provenance }
        return left.note < right.note
    }
}
