/// An attribute of a TNEF stream ([MS-OXTNEF] section 2.1.3).
struct TNEFAttribute {
    static let from = 0x0000_8000
    static let subject = 0x0001_8004
    static let body = 0x0002_800C
    static let dateSent = 0x0003_8005
    static let messageClass = 0x0007_8008
    static let attachmentTitle = 0x0001_8010
    static let attachmentData = 0x0006_800F
    static let renderingData = 0x0006_9002
    static let messageProperties = 0x0006_9003
    static let recipientTable = 0x0006_9004
    static let attachmentProperties = 0x0006_9005
    static let codePage = 0x0006_9007

    /// Whether it is of an attachment, not of the message.
    let isOfAttachment: Bool
    let id: Int
    let data: BytesInRange
}
