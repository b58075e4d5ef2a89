/// One change of a reference: what it led to before and after, who changed it, when and why.
public struct ReflogEntry: Hashable, Sendable {
    /// The full name, as that of a `Reference`. There need be no reference of this name any more.
    public let reference: [UInt8]

    /// All zeros when there was none before.
    public let old: ObjectID

    /// All zeros when there was none after.
    public let new: ObjectID

    /// Without the line end.
    public let message: [UInt8]

    /// `Name <address>`, as it is stored.
    public let who: [UInt8]

    /// Seconds since 1970, UTC; 0 when there is no readable time.
    public let seconds: Int

    func prefixed(_ prefix: [UInt8]) -> ReflogEntry {
        guard !prefix.isEmpty else { return self }
        return ReflogEntry(
            reference: prefix + reference, old: old, new: new, message: message, who: who, seconds: seconds)
    }
}
