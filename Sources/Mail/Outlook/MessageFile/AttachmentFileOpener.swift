/// An attachment that is a storage of a compound file ([MS-OXMSG] section 2.2.2).
struct AttachmentFileOpener: AttachmentOpener {
    let file: CompoundFile
    let storage: Int
    let codePage: Int?

    func open() throws(OutlookError) -> OutlookAttachment {
        let reader = PropertyStorage(file: file)
        let properties = reader.properties(of: storage, headerSize: 8, codePage: codePage)
        var content = OutlookAttachment.Content.absent
        if let data = properties.data(PropertyId.attachmentData) {
            content = .data(data)
        } else if let object = reader.child(of: storage, named: "__substg1.0_3701000D") {
            let isMessage = reader.child(of: object, named: "__properties_version1.0") != nil
            content =
                isMessage
                ? .message(MessageFileOpener(file: file, storage: object))
                : .streams(reader.streams(below: object))
        } else if properties.number(PropertyId.attachmentMethod) ?? 1 == 1 {
            throw OutlookError(.malformed, at: reader.offset(of: storage))
        }
        return OutlookAttachment(properties: properties, content: content, offset: reader.offset(of: storage))
    }
}
