/// An attachment in a TNEF stream: its own attributes, and properties ([MS-OXTNEF] section 2.1.3.3).
struct TNEFAttachmentOpener: AttachmentOpener {
    /// What stands in front of the data of an object: the interface that reads it (section 2.1.3.4).
    private static let messageInterface: [UInt8] = [7, 3, 2, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46]

    let attributes: [TNEFAttribute]
    let codePage: Int?

    func open() throws(OutlookError) -> OutlookAttachment {
        var properties = PropertyBag()
        properties.codePage = codePage
        var data: BytesInRange?
        var lists = TNEFProperties()
        for attribute in attributes {
            switch attribute.id {
            case TNEFAttribute.attachmentProperties:
                var cursor = StoredCursor(attribute.data)
                _ = lists.read(&cursor, into: &properties)
            case TNEFAttribute.attachmentData: data = data ?? attribute.data
            case TNEFAttribute.attachmentTitle:
                properties.set(
                    PropertyId.attachmentName, type: PropertyType.string8,
                    .data(TNEFLegacy.withoutEnd(attribute.data)))
            default: break
            }
        }
        let offset = attributes.first?.data.offset ?? 0
        return OutlookAttachment(properties: properties, content: try content(properties, data), offset: offset)
    }

    private func content(_ properties: PropertyBag, _ data: BytesInRange?) throws(OutlookError)
        -> OutlookAttachment.Content
    {
        guard let object = properties.data(PropertyId.attachmentData) else { return data.map { .data($0) } ?? .absent }
        guard properties.types[PropertyId.attachmentData] == PropertyType.object else { return .data(object) }
        let interface = try object.leadingBytes(limit: 16)
        let inner = BytesInRange(of: object, min(16, object.count)..<object.count)
        return interface == Self.messageInterface ? .message(TNEFMessageOpener(bytes: inner)) : .data(inner)
    }
}
