import Findings
import GitObjects

/// An object in which something was found.
struct FoundObject: Sendable {
    let id: ObjectID
    let kind: ObjectKind
    let number: UInt32

    /// For a blob, before its paths were known.
    let findings: [Finding]
}
