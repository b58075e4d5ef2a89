import Blobs

/// The channel of a chat.
struct ChatChannel: Hashable {
    /// Such as `general`; empty if nothing tells it.
    let name: String

    init(name: String) {
        self.name = name
    }

    /// By the folder of a file: exports have one for each channel.
    init(_ path: RawPath) {
        let folders = path.bytes.split(separator: 0x2F).dropLast()
        // Of a file in an archive, its path in there counts.
        let folder = folders.last?.split(separator: 0x21).last ?? []
        name = folder == [0x2E] || folder == [0x2E, 0x2E] ? "" : String(decoding: folder.prefix(255), as: UTF8.self)
    }

    /// A channel as Microsoft Graph names it, `19:…@thread.tacv2`, without what all have.
    init(identifier: String) {
        let name = identifier.prefix { $0 != "@" }
        self.name = String(name.hasPrefix("19:") ? name.dropFirst(3) : name)
    }

    /// As the recipient of a message. It is no address: nobody outside can write to it.
    func recipient(_ service: ChatKind) -> String {
        let word = service == .slack ? "slack" : "teams"
        return "#\(name.isEmpty ? "unknown" : name.lowercased()) (\(word))"
    }
}
