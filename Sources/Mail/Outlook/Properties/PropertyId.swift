/// The properties that are read by name, by their identifiers ([MS-OXPROPS]).
enum PropertyId {
    static let subjectPrefix = 0x003D
    static let normalizedSubject = 0x0E1D
    static let autoForwarded = 0x0005
    static let messageClass = 0x001A
    static let subject = 0x0037
    static let clientSubmitTime = 0x0039
    static let sentRepresentingName = 0x0042
    static let sentRepresentingAddress = 0x0065
    static let conversationIndex = 0x0071
    static let receivedByAddress = 0x0076
    static let transportHeaders = 0x007D
    static let recipientType = 0x0C15
    static let senderName = 0x0C1A
    static let senderAddress = 0x0C1F
    static let messageDeliveryTime = 0x0E06
    static let messageFlags = 0x0E07
    static let body = 0x1000
    static let richText = 0x1009
    static let html = 0x1013
    static let internetMessageId = 0x1035
    static let internetReferences = 0x1039
    static let inReplyToId = 0x1042
    static let displayName = 0x3001
    static let emailAddress = 0x3003
    static let creationTime = 0x3007
    static let attachmentData = 0x3701
    static let attachmentName = 0x3704
    static let attachmentMethod = 0x3705
    static let attachmentLongName = 0x3707
    static let attachmentType = 0x370E
    static let smtpAddress = 0x39FE
    static let internetCodePage = 0x3FDE
    static let messageCodePage = 0x3FFD
    static let senderSMTPAddress = 0x5D01
    static let sentRepresentingSMTPAddress = 0x5D02
    static let receivedBySMTPAddress = 0x5D07

    /// What a line of the header tells.
    static let headerLines = [
        subject, sentRepresentingName, sentRepresentingAddress, senderName, senderAddress, internetMessageId,
        internetReferences, inReplyToId, senderSMTPAddress, sentRepresentingSMTPAddress,
    ]

    /// What is told as a part of its own.
    static let ownParts: Set<Int> = [transportHeaders, body, richText, html]

    /// Settings as XML, kept as bytes: `PidTagRoamingDictionary` and `PidTagRoamingXmlStream`.
    static let textsAsBytes: Set<Int> = [0x7C07, 0x7C08]

    /// What is kept of a recipient.
    static let ofRecipients: Set<Int> = [recipientType, displayName, smtpAddress, emailAddress]

    /// What a line of the header tells of a recipient.
    static let recipientLines = [displayName, smtpAddress, emailAddress]
}
