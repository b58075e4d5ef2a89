/// What to do about a secret that went by mail, in the order in which it is done.
public enum ExposureAction: String, Hashable, Sendable, CaseIterable {
    /// End it, and take another: nothing else helps once it has been read.
    case rotate

    /// Remove the messages from the mailboxes.
    case purge

    /// Tell those outside, from whose mailboxes nothing can be removed, or whose secret it is.
    case notify

    /// Look whether it was used since it was first sent.
    case investigate

    /// Hand secrets over in another way from now on.
    case replace
}
