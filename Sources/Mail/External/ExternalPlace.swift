import Blobs

/// Where Apple Mail keeps the content of a part that is not in its message: a `.partial.emlx` has the headers of such
/// parts only.
///
/// There is no specification. This is what its folders show: `Messages/42.2.emlxpart` has the content of part 2 of
/// `Messages/42.partial.emlx` as it was in the message, and `Attachments/42/2/keys.csv` has it decoded.
struct ExternalPlace: Hashable {
    let path: RawPath

    /// Whether the transfer encoding is to be undone.
    let isEncoded: Bool

    /// All places at which a content may be, the nearest to the message first.
    ///
    /// - Parameters:
    ///   - message: the path of the message's file.
    ///   - section: of the part, as IMAP counts.
    ///   - name: the part's file name as the sender wrote it; it leads to no other folder.
    static func all(_ message: RawPath, section: String, name: [UInt8]?) -> [ExternalPlace] {
        var folders = message.bytes.split(separator: 0x2F, omittingEmptySubsequences: false)
        guard let file = folders.popLast(), !section.isEmpty else { return [] }
        let number = file.prefix { $0 != 0x2E }
        guard !number.isEmpty else { return [] }
        let part = Array(number) + Array(".\(section).emlxpart".utf8)
        var places = [ExternalPlace(path: path(folders, [part[...]]), isEncoded: true)]
        guard let name, !name.isEmpty, name != [0x2E], name != [0x2E, 0x2E], folders.last == ArraySlice("Messages".utf8)
        else { return places }
        // The Finder shows a colon as a slash, so a slash is stored as one.
        let safe = name.map { $0 == 0x2F || $0 == 0 ? 0x3A : $0 }
        let below = [ArraySlice("Attachments".utf8), number, ArraySlice(section.utf8), safe[...]]
        places.append(ExternalPlace(path: path(folders.dropLast(), below), isEncoded: false))
        return places
    }

    private static func path(_ folders: some Sequence<ArraySlice<UInt8>>, _ below: [ArraySlice<UInt8>]) -> RawPath {
        RawPath(Array((Array(folders) + below).joined(separator: [0x2F])))
    }
}
