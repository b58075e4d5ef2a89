/// The message of a TNEF stream ([MS-OXTNEF] section 2.1.2).
struct TNEFMessageOpener: MessageOpener {
    let bytes: any StoredBytes

    func open() throws(OutlookError) -> OutlookMessage { try Self.message(TNEFStream(bytes), offset: bytes.offset) }

    /// Attributes of attachments belong to the rendering data in front of them.
    static func message(_ stream: TNEFStream, offset: Int) -> OutlookMessage {
        var properties = PropertyBag()
        let codePage = stream.data(TNEFAttribute.codePage).flatMap { try? $0.leadingBytes(limit: 4).word32(0) }
        properties.codePage = codePage
        var lists = TNEFProperties()
        for attribute in stream.attributes where attribute.id == TNEFAttribute.messageProperties {
            var cursor = StoredCursor(attribute.data)
            _ = lists.read(&cursor, into: &properties)
        }
        TNEFLegacy.add(stream, to: &properties)
        var message = OutlookMessage(properties: properties, offset: offset)
        addRecipients(stream, &lists, codePage: codePage, to: &message)
        var group: [TNEFAttribute] = []
        func endGroup() {
            if !group.isEmpty {
                message.attachments.append(TNEFAttachmentOpener(attributes: group, codePage: codePage))
            }
            group = []
        }
        for attribute in stream.attributes where attribute.isOfAttachment {
            if attribute.id == TNEFAttribute.renderingData { endGroup() }
            group.append(attribute)
        }
        endGroup()
        if let damage = stream.damage { message.damage.append(damage) }
        return message
    }

    private static func addRecipients(
        _ stream: TNEFStream, _ lists: inout TNEFProperties, codePage: Int?, to message: inout OutlookMessage
    ) {
        guard let table = stream.data(TNEFAttribute.recipientTable) else { return }
        var cursor = StoredCursor(table)
        guard let count = try? cursor.word32() else { return }
        for _ in 0..<min(count, OutlookMessage.mostRecipients) {
            var bag = PropertyBag(keeping: PropertyId.ofRecipients)
            bag.codePage = codePage
            let isWhole = lists.read(&cursor, into: &bag)
            message.damage += bag.damage
            message.recipients.append(bag)
            if !isWhole { return }
        }
        message.isCut = count > OutlookMessage.mostRecipients
    }
}
