/// The names in messages of chats that are understood.
///
/// Sources: Slack's reference of message events, of its `user` and `file` types and of Block Kit; Microsoft Graph's
/// resource types `chatMessage`, `itemBody`, `chatMessageFromIdentitySet` and `channelIdentity`.
enum ChatKey: String, CaseIterable {
    case attachments
    case blocks
    case body
    case botProfile = "bot_profile"
    case channelIdentity
    case channelID = "channelId"
    case chatID = "chatId"
    case clientMessageID = "client_msg_id"
    case content
    case contentType
    case created = "createdDateTime"
    case deleted = "deletedDateTime"
    case deletedTime = "deleted_ts"
    case device
    case displayName
    case displayNameOfUser = "display_name"
    case elements
    case email
    case etag
    case fallback
    case fields
    case file
    case files
    case from
    case application
    case id
    case mail
    case message
    case messageType
    case messages
    case name
    case original
    case previousMessage = "previous_message"
    case realName = "real_name"
    case replies
    case replyToID = "replyToId"
    case root
    case subject
    case subtype
    case text
    case thread = "thread_ts"

    /// Replies in the messages of slackdump's files.
    case threadReplies = "slackdumpThreadReplies"
    case time = "ts"
    case title
    case type
    case url
    case user
    case userID = "user_id"
    case userPrincipalName
    case userProfile = "user_profile"
    case username
    case value

    private static let byHash: [UInt64: ChatKey] = Dictionary(
        uniqueKeysWithValues: allCases.map { key in
            let bytes = Array(key.rawValue.utf8)
            return (BoundaryHash.of(bytes.span, 0..<bytes.count), key)
        })

    /// By the text of a name; `nil` if it is none of these.
    static func named(_ text: ByteBuffer) -> ChatKey? {
        guard text.count <= 32 else { return nil }
        return byHash[BoundaryHash.of(text.storage.span, text.start..<text.end)]
    }
}
