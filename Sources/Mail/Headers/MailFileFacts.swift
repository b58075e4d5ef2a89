import Blobs

/// What the path of a file tells of the messages in it.
struct MailFileFacts {
    /// By the flags of a Maildir's file name (`:2,ST`).
    var states: Set<MailMessage.State> = []

    let path: RawPath

    /// `nil` if the path tells none.
    let folder: String?

    init(_ path: RawPath, _ kind: MailKind) {
        self.path = path
        let components = path.bytes.split(separator: 0x2F)
        folder = MailFolder.name(of: components, kind)
        guard kind == .message, let file = components.last, let mark = file.lastIndex(of: 0x3A),
            file[mark...].starts(with: ":2,".utf8)
        else { return }
        let flags = file[mark...].dropFirst(3)
        if flags.contains(0x54) { states.insert(.deleted) }
        if flags.contains(0x44) { states.insert(.draft) }
    }
}
