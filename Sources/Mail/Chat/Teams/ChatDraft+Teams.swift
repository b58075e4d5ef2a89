/// How the members of Microsoft Graph's `chatMessage` are understood.
extension ChatDraft {
    /// Takes a string; see `takeSlack`.
    mutating func takeTeams(_ string: ByteBuffer, _ key: ChatKey?, path: [ChatKey?], name: [UInt8]) {
        switch path.first {
        case nil: takeTeamsMember(string, key, name)
        case .body where path.count == 1:
            switch key {
            case .content: Self.addLine(string, to: &text)
            case .contentType: isHTML = Self.short(string).lowercased() == "html"
            default: takeOther(string, named: name)
            }
        case .from: takeTeamsSender(string, key, name)
        case .channelIdentity:
            if key == .channelID { channel = Self.short(string) } else { takeOther(string, named: name) }
        case .attachments: Self.addLine(string, to: &attachments)
        default: takeOther(string, named: name)
        }
    }

    private mutating func takeTeamsMember(_ string: ByteBuffer, _ key: ChatKey?, _ name: [UInt8]) {
        switch key {
        case .id: identifier = Self.short(string)
        case .created: time = Self.short(string)
        case .replyToID: thread = Self.short(string)
        case .subject:
            if string.count <= 255 { subject = Self.short(string) } else { takeOther(string, named: name) }
        case .chatID: if channel.isEmpty { channel = Self.short(string) }
        case .messageType: isMarked = true
        case .deleted: isDeleted = true
        case .etag: break
        default: takeOther(string, named: name)
        }
    }

    private mutating func takeTeamsSender(_ string: ByteBuffer, _ key: ChatKey?, _ name: [UInt8]) {
        switch key {
        case .displayName: if sender.displayName.isEmpty { sender.displayName = Self.short(string) }
        case .id: if sender.identifier.isEmpty { sender.identifier = Self.short(string) }
        case .email, .mail, .userPrincipalName: if sender.email.isEmpty { sender.email = Self.short(string) }
        default: takeOther(string, named: name)
        }
    }
}
