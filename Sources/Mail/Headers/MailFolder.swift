/// The folder of a mailbox, as the path of its file tells.
enum MailFolder {
    /// - Parameter components: of the path of the file.
    /// - Returns: `nil` if the path tells none.
    static func name(of components: [ArraySlice<UInt8>], _ kind: MailKind) -> String? {
        let texts = components.map { String(decoding: $0, as: UTF8.self) }
        guard let file = texts.last else { return nil }
        switch kind {
        case .mbox:
            // Thunderbird: `Archive.sbd/2024`; Apple Mail: `Name.mbox/mbox`; Takeout: `Inbox.mbox`.
            var folders = texts.dropLast().reversed().prefix { $0.hasSuffix(".sbd") }.reversed().map { $0.dropLast(4) }
            if file == "mbox", let folder = texts.dropLast().last, folder.hasSuffix(".mbox") {
                return String(folder.dropLast(5))
            }
            folders.append(file.hasSuffix(".mbox") ? file.dropLast(5) : file[...])
            return folders.joined(separator: "/")
        case .message:
            // Maildir: `.Archive.2024/cur/file`.
            guard texts.count >= 2, ["cur", "new", "tmp"].contains(texts[texts.count - 2]) else { return nil }
            guard texts.count >= 3, texts[texts.count - 3].hasPrefix(".") else { return "INBOX" }
            return texts[texts.count - 3].dropFirst().split(separator: ".").joined(separator: "/")
        case .emlx:
            // `Archive.mbox/…/Messages/42.emlx`.
            return texts.last { $0.hasSuffix(".mbox") }.map { String($0.dropLast(5)) }
        case .calendar: return nil
        }
    }
}
