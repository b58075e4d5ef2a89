/// A message that is a storage of a compound file ([MS-OXMSG] section 2.2).
struct MessageFileOpener: MessageOpener {
    let file: CompoundFile

    /// The number of the storage; 0 is the root.
    let storage: Int

    func open() throws(OutlookError) -> OutlookMessage {
        // The property stream of the outermost message has a header of 32 bytes, that of one in it 24 (section 2.4.1).
        let reader = PropertyStorage(file: file)
        let properties = reader.properties(of: storage, headerSize: storage == 0 ? 32 : 24, codePage: nil)
        var message = OutlookMessage(properties: properties, offset: reader.offset(of: storage))
        for child in reader.children(of: storage) {
            guard let entry = file.directory.entries[child], entry.kind == .storage else { continue }
            if entry.name.hasPrefix("__recip_version1.0_") {
                guard message.recipients.count < OutlookMessage.mostRecipients else {
                    message.isCut = true
                    continue
                }
                let bag = reader.properties(
                    of: child, headerSize: 8, keeping: PropertyId.ofRecipients, codePage: properties.codePage)
                message.damage += bag.damage
                message.recipients.append(bag)
            } else if entry.name.hasPrefix("__attach_version1.0_") {
                message.attachments.append(
                    AttachmentFileOpener(file: file, storage: child, codePage: properties.codePage))
            }
        }
        if file.isDirectoryCut, storage == 0 { message.damage.append(OutlookError(.tooLarge, at: 48)) }
        return message
    }
}
