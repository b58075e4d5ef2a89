/// A message that is a node of a store, or a subnode of an attachment ([MS-PST] section 2.4.5).
struct StoreMessageOpener: MessageOpener {
    let file: StoreFile
    let node: StoreNode

    func open() throws(OutlookError) -> OutlookMessage {
        let context = try StorePropertyContext(file, node)
        var message = OutlookMessage(properties: context.bag, offset: context.offset)
        if let table = context.subnodes.nodes[StoreNodeType.recipientTable] {
            do throws(OutlookError) {
                let rows = try StoreTable(
                    file, table, limit: OutlookMessage.mostRecipients, keeping: PropertyId.ofRecipients,
                    codePage: context.bag.codePage)
                message.recipients = rows.rows
                message.isCut = rows.isCut
                message.damage += rows.rows.flatMap(\.damage).prefix(16)
            } catch {
                if error.isFinal { throw error }
                message.damage.append(error)
            }
        }
        // The table of attachments says no more than their own nodes do.
        for id in context.subnodes.order where StoreNodeType.of(id) == StoreNodeType.attachment {
            guard let attachment = context.subnodes.nodes[id] else { continue }
            message.attachments.append(StoreAttachmentOpener(file: file, node: attachment))
        }
        return message
    }
}
