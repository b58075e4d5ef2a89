import Blobs

/// A message, whatever holds it.
struct OutlookMessage {
    /// How many recipients are kept.
    static let mostRecipients = 1 << 14

    var properties: PropertyBag
    var recipients: [PropertyBag] = []

    /// Whether there are more recipients than are kept.
    var isCut = false
    var attachments: [any AttachmentOpener] = []

    /// The names of the folders that hold it, outermost first.
    var folders: [String] = []
    var states: Set<MailMessage.State> = []

    /// Where it begins, in bytes of the file.
    var offset: Int

    /// What could not be read of it: it counts, and reading goes on.
    var damage: [OutlookError] = []
}
