import Blobs
import Crypto

/// What a message says about itself, from its properties, recipients and the header that it came with.
enum MessageSummary {
    /// How much of the transport header is looked at here; it is given in full as a part.
    private static let mostHeader = 1 << 18

    static func message(_ source: OutlookMessage, header: [UInt8], enclosedIn: String?) -> MailMessage {
        let properties = source.properties
        let transport = TransportHeader(properties.text(PropertyId.transportHeaders, limit: mostHeader) ?? "")
        var message = MailMessage()
        message.identifier = identifier(properties, transport, header)
        message.date =
            FileTime.seconds(properties.number(PropertyId.clientSubmitTime))
            ?? FileTime.seconds(properties.number(PropertyId.messageDeliveryTime))
            ?? FileTime.seconds(properties.number(PropertyId.creationTime))
        message.subject = subject(properties)
        message.from = list(
            AddressText.best(
                [
                    properties.text(PropertyId.sentRepresentingSMTPAddress),
                    properties.text(PropertyId.sentRepresentingAddress),
                    transport.values("from").first.flatMap { $0.contains("<") || !$0.contains(" ") ? $0 : nil },
                ], name: properties.text(PropertyId.sentRepresentingName)))
        message.sender = list(
            AddressText.best(
                [properties.text(PropertyId.senderSMTPAddress), properties.text(PropertyId.senderAddress)],
                name: properties.text(PropertyId.senderName)))
        if message.from.isEmpty { message.from = message.sender }
        addRecipients(source.recipients, to: &message)
        message.isCut = source.isCut
        message.deliveredTo = deliveredTo(properties, transport)
        message.lists = lists(transport)
        message.states = states(source)
        message.folders = source.folders.isEmpty ? [] : [source.folders.joined(separator: "/")]
        message.thread = thread(properties)
        message.enclosedIn = enclosedIn
        message.offset = source.offset
        return message
    }

    /// In a store a subject begins with a unit 1 and one that tells the length of its prefix ([MS-PST] section
    /// 2.5.3.1.1.1).
    static func subject(_ properties: PropertyBag) -> String {
        guard let text = properties.text(PropertyId.subject) else {
            let prefix = properties.text(PropertyId.subjectPrefix) ?? ""
            return prefix + (properties.text(PropertyId.normalizedSubject) ?? "")
        }
        return text.unicodeScalars.first?.value == 1 ? String(text.unicodeScalars.dropFirst(2)) : text
    }

    private static func identifier(
        _ properties: PropertyBag, _ transport: TransportHeader, _ header: [UInt8]
    ) -> String {
        let text = properties.text(PropertyId.internetMessageId) ?? transport.values("message-id").first ?? ""
        let bare = AddressText.bare(text)
        if !bare.isEmpty { return bare }
        let digits = Array("0123456789abcdef")
        var name = "#"
        for byte in SHA256.hash(data: header).prefix(6) {
            name.append(digits[Int(byte >> 4)])
            name.append(digits[Int(byte & 15)])
        }
        return name
    }

    private static func addRecipients(_ recipients: [PropertyBag], to message: inout MailMessage) {
        var seen: [Set<MailAddress>] = [[], [], []]
        for recipient in recipients {
            let address = AddressText.best(
                [
                    recipient.text(PropertyId.smtpAddress, limit: 1024),
                    recipient.text(PropertyId.emailAddress, limit: 1024),
                ], name: recipient.text(PropertyId.displayName, limit: 1024))
            guard let address else { continue }
            switch (recipient.number(PropertyId.recipientType) ?? 1) & 0xF {
            case 2: if seen[1].insert(address).inserted { message.cc.append(address) }
            case 3: if seen[2].insert(address).inserted { message.bcc.append(address) }
            default: if seen[0].insert(address).inserted { message.to.append(address) }
            }
        }
    }

    private static func deliveredTo(_ properties: PropertyBag, _ transport: TransportHeader) -> [MailAddress] {
        var texts = ["delivered-to", "x-original-to", "envelope-to"].flatMap { transport.values($0) }
        texts += [PropertyId.receivedBySMTPAddress, PropertyId.receivedByAddress].compactMap { properties.text($0) }
        for received in transport.values("received") {
            let words = received.split(separator: " ")
            guard let place = words.firstIndex(of: "for"), place + 1 < words.endIndex else { continue }
            texts.append(words[place + 1].filter { $0 != ";" })
        }
        var found: [MailAddress] = []
        for text in texts {
            let address = MailAddress(address: AddressText.bare(text).lowercased())
            if address.address.contains("@"), !found.contains(address), found.count < 64 { found.append(address) }
        }
        return found
    }

    private static func lists(_ transport: TransportHeader) -> [String] {
        let identifiers = transport.values("list-id").map { AddressText.bare($0).lowercased() }
        if !identifiers.isEmpty { return Array(identifiers.prefix(16)) }
        return transport.values("list-post").prefix(16).map { value in
            let bare = AddressText.bare(value).lowercased()
            return bare.hasPrefix("mailto:") ? String(bare.dropFirst(7)) : bare
        }
    }

    private static func states(_ source: OutlookMessage) -> Set<MailMessage.State> {
        var states = source.states
        let flags = source.properties.number(PropertyId.messageFlags) ?? 0
        // mfUnsent ([MS-OXCMSG] section 2.2.1.6).
        if flags & 8 != 0 { states.insert(.draft) }
        if let value = source.properties.number(PropertyId.autoForwarded), value & 0xFF != 0 {
            states.insert(.autoForwarded)
        }
        let messageClass = source.properties.text(PropertyId.messageClass)?.uppercased() ?? ""
        if messageClass.hasPrefix("REPORT."), messageClass.hasSuffix(".NDR") { states.insert(.bounce) }
        return states
    }

    private static func thread(_ properties: PropertyBag) -> String? {
        if let index = try? properties.data(PropertyId.conversationIndex)?.leadingBytes(limit: 22), index.count == 22 {
            let digits = Array("0123456789abcdef")
            return String(index.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
        }
        let references = properties.text(PropertyId.internetReferences)?.split(whereSeparator: \.isWhitespace).first
        let bare = AddressText.bare(references.map(String.init) ?? properties.text(PropertyId.inReplyToId) ?? "")
        return bare.isEmpty ? nil : bare
    }

    private static func list(_ address: MailAddress?) -> [MailAddress] {
        address.map { [$0] } ?? []
    }
}
