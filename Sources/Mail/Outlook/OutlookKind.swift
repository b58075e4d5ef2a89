/// A format in which Outlook and Exchange keep messages.
public enum OutlookKind: String, Hashable, Sendable, CaseIterable {
    /// One message in a compound file: `.msg` and `.oft` ([MS-OXMSG]).
    case message

    /// One message in a mail's attachment `winmail.dat` ([MS-OXTNEF]).
    case tnef

    /// A mailbox: `.pst` and `.ost` ([MS-PST]).
    case store
}
