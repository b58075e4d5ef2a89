import Blobs

/// The names by which paths tell the messages of a mailbox: identifiers, and where two messages have the same, the
/// place as well. Only messages that are told of are remembered.
final class StoredNames {
    private var offsets: [String: Int] = [:]

    func name(of message: MailMessage) -> RawPath {
        let identifier = message.identifier
        let name = identifier.hasPrefix("#") || identifier.isEmpty ? identifier : "<\(identifier)>"
        let first = offsets[identifier, default: message.offset]
        offsets[identifier] = first
        guard identifier.isEmpty || first != message.offset else { return RawPath(name) }
        return RawPath("\(name)@\(message.offset)")
    }
}
