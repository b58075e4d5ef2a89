/// An attachment that is a subnode of a message ([MS-PST] section 2.4.6).
struct StoreAttachmentOpener: AttachmentOpener {
    private static let embeddedMessage: UInt64 = 5

    let file: StoreFile
    let node: StoreNode

    func open() throws(OutlookError) -> OutlookAttachment {
        let context = try StorePropertyContext(file, node)
        let method = context.bag.number(PropertyId.attachmentMethod) ?? 1
        var content = OutlookAttachment.Content.absent
        if let object = context.object, method == Self.embeddedMessage {
            content = .message(StoreMessageOpener(file: file, node: object))
        } else if let data = context.bag.data(PropertyId.attachmentData) {
            content = .data(data)
        } else if method == 1, context.bag.damage.isEmpty {
            throw OutlookError(.malformed, at: context.offset)
        }
        return OutlookAttachment(properties: context.bag, content: content, offset: context.offset)
    }
}
