import Blobs

/// The header of a message as text: a line for each address and for the subject, then the header that it came with.
enum HeaderText {
    /// How many bytes of lines are made.
    private static let mostBytes = 1 << 20

    /// The lines that are made of the properties.
    static func lines(_ source: OutlookMessage) -> [UInt8] {
        let properties = source.properties
        var text = ""
        func add(_ name: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            text += "\(name): \(value)\n"
        }
        func address(_ bag: PropertyBag, _ name: Int, _ addresses: Int...) -> String? {
            var values = addresses.compactMap { bag.text($0) }
            if values.count == 2, values[0] == values[1] { values.removeLast() }
            let brackets = values.map { "<\($0)>" }
            return ((bag.text(name).map { [$0] } ?? []) + brackets).joined(separator: " ")
        }
        add(
            "From",
            address(
                properties, PropertyId.sentRepresentingName, PropertyId.sentRepresentingSMTPAddress,
                PropertyId.sentRepresentingAddress))
        add(
            "Sender",
            address(properties, PropertyId.senderName, PropertyId.senderSMTPAddress, PropertyId.senderAddress))
        for recipient in source.recipients where text.utf8.count < mostBytes {
            let field =
                switch (recipient.number(PropertyId.recipientType) ?? 1) & 0xF {
                case 2: "Cc"
                case 3: "Bcc"
                default: "To"
                }
            add(field, address(recipient, PropertyId.displayName, PropertyId.smtpAddress, PropertyId.emailAddress))
        }
        add("Subject", MessageSummary.subject(properties))
        add("Message-ID", properties.text(PropertyId.internetMessageId))
        add("In-Reply-To", properties.text(PropertyId.inReplyToId))
        add("References", properties.text(PropertyId.internetReferences))
        return Array(text.utf8)
    }

    /// Why lines are missing.
    static func failures(_ source: OutlookMessage, lines: [UInt8]) -> [OutlookError] {
        var failures = source.properties.failures(of: PropertyId.headerLines)
        if source.isCut || lines.count >= mostBytes { failures.append(OutlookError(.tooLarge, at: source.offset)) }
        for recipient in source.recipients where failures.count < 16 {
            failures += recipient.failures(of: PropertyId.recipientLines)
        }
        return failures
    }

    /// All of the header; `lines` are those of the properties.
    static func content(_ source: OutlookMessage, lines: [UInt8]) -> any PartContent {
        let own = PlainContent(BytesInMemory(lines, offset: source.offset))
        guard let transport = source.properties.data(PropertyId.transportHeaders) else { return own }
        // What came through the Internet is ASCII, whatever code page the texts are in.
        let isWide = source.properties.isWide(PropertyId.transportHeaders)
        return JoinedContent([own, ContentChoice.text(transport, isWide: isWide, codePage: nil)])
    }
}
