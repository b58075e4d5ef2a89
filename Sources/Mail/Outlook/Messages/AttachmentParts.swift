import Blobs

/// The parts of an attachment that is not a message.
enum AttachmentParts {
    /// Texts that only tell the name and the type of an attachment.
    private static let namesOnly: Set<Int> = [
        PropertyId.attachmentName, PropertyId.attachmentLongName, PropertyId.attachmentType, PropertyId.displayName,
        0x3703,
    ]

    static func parts(of attachment: OutlookAttachment, in message: OutlookMessage, section: String) -> [PendingPart] {
        let properties = attachment.properties
        let text =
            properties.text(PropertyId.attachmentLongName) ?? properties.text(PropertyId.attachmentName)
            ?? properties.text(PropertyId.displayName)
        let name = text.map { RawPath($0) }
        var parts: [PendingPart] = []
        switch attachment.content {
        case .data(let data):
            parts.append(
                PendingPart(
                    section: section, name: name, kind: isEncrypted(attachment, message) ? .encrypted : .attachment,
                    offset: data.offset, content: PlainContent(data)))
        case .streams(let streams):
            for (index, stream) in streams.enumerated() {
                let path = (name ?? RawPath("")).appending(Array(stream.name.utf8))
                parts.append(
                    PendingPart(
                        section: "\(section).\(index + 1)", name: path, kind: .attachment, offset: stream.data.offset,
                        content: PlainContent(stream.data)))
            }
        case .message, .absent: break
        }
        let texts = properties.texts(without: namesOnly)
        if !texts.isEmpty {
            parts.append(
                PendingPart(
                    section: section + ".T", name: name, kind: .properties, offset: attachment.offset,
                    content: ContentChoice.lines(of: texts, in: properties)))
        }
        return parts
    }

    /// S/MIME messages have one attachment with all of their content ([MS-OXOSMIME] section 2), and so have messages
    /// under rights management ([MS-OXORMMS] section 2.1.3).
    private static func isEncrypted(_ attachment: OutlookAttachment, _ message: OutlookMessage) -> Bool {
        let type = attachment.properties.text(PropertyId.attachmentType)?.lowercased() ?? ""
        if type.hasPrefix("application/x-microsoft-rpmsg-message") { return true }
        if type.hasPrefix("application/pkcs7-mime") || type.hasPrefix("application/x-pkcs7-mime") { return true }
        let messageClass = message.properties.text(PropertyId.messageClass)?.uppercased() ?? ""
        return message.attachments.count == 1 && messageClass.hasSuffix(".SMIME")
    }
}
