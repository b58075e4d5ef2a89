import GitObjects

/// Something that keeps history alive: a reference, or an entry of a reflog.
struct Tip: Sendable {
    /// As git spells it, such as `refs/heads/main` or `HEAD@{3}`.
    let name: [UInt8]

    /// The number of the object that it names.
    let object: UInt32

    /// The number of what an annotated tag leads to, else the same.
    let peeled: UInt32

    let kind: Kind

    /// What it is, the more telling kinds first: who is reached by one is not told of the later ones.
    enum Kind: Int, Comparable, Sendable {
        /// Below `refs/`.
        case reference

        /// `HEAD`, `ORIG_HEAD` and the like.
        case root

        /// What is staged.
        case staged

        /// An entry of a reflog.
        case log

        static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    /// Whether it says what a remote repository had when somebody last looked.
    var isRemote: Bool { Reference.isRemoteTracking(name) }
}
