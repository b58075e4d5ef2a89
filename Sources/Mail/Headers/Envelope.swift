import Blobs
import Crypto

/// Gathers what the fields of a header say about its message.
struct Envelope {
    /// Addresses of a message that are kept, and bytes of a text.
    static let mostAddresses = 2000
    static let longestText = 1000

    private(set) var message = MailMessage()
    private var known: Set<String> = []
    private var addressCount = 0
    private var threadRank = 9

    /// Takes in a field.
    mutating func add(_ field: MailField, _ bytes: Span<UInt8>, _ value: Range<Int>) {
        switch field {
        case .from: addAddresses(field, \.from, bytes, value)
        case .sender: addAddresses(field, \.sender, bytes, value)
        case .to: addAddresses(field, \.to, bytes, value)
        case .cc: addAddresses(field, \.cc, bytes, value)
        case .bcc: addAddresses(field, \.bcc, bytes, value)
        case .resentTo, .resentCc, .resentBcc: addAddresses(.resentTo, \.resentTo, bytes, value)
        case .deliveredTo, .originalTo, .envelopeTo, .otherEnvelopeTo:
            addAddresses(.deliveredTo, \.deliveredTo, bytes, value)
        case .received: addReceived(bytes, value)
        case .subject:
            if message.subject.isEmpty {
                message.subject = EncodedWords.text(bytes, value, limit: Self.longestText)
            }
        case .date: message.date = message.date ?? MailDate.seconds(bytes, value)
        case .messageID:
            if message.identifier.isEmpty { message.identifier = Self.identifier(bytes, value) ?? "" }
        case .gmailThread: setThread(0, EncodedWords.text(bytes, value, limit: 64))
        case .threadIndex: setThread(1, Self.threadIndex(bytes, value))
        case .references: setThread(2, Self.identifier(bytes, value))
        case .inReplyTo: setThread(3, Self.identifier(bytes, value))
        case .listID:
            addList(Self.identifier(bytes, value) ?? EncodedWords.text(bytes, value, limit: 255))
        case .listPost:
            if message.lists.isEmpty, let address = Self.identifier(bytes, value) {
                addList(address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address)
            }
        case .gmailLabels: addLabels(EncodedWords.text(bytes, value, limit: 4096))
        default: addState(field, EncodedWords.text(bytes, value, limit: 64).lowercased())
        }
    }

    /// The message, once the header was looked at.
    ///
    /// - Parameter header: the bytes that name it if it has no identifier.
    mutating func finish(_ facts: ContentFacts, header: Span<UInt8>, offset: Int, isCut: Bool) -> MailMessage {
        if facts.mediaType == "multipart/report", facts.reportType == "delivery-status" || facts.reportType.isEmpty {
            message.states.insert(.bounce)
        }
        if message.identifier.isEmpty {
            var hash = SHA256()
            hash.update(data: header.bytes(in: 0..<header.count))
            let digits = Array("0123456789abcdef")
            let digest = hash.finalize().prefix(6)
            message.identifier = "#" + String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
        }
        message.offset = offset
        if isCut { message.isCut = true }
        return message
    }

    /// Takes in what a file system or mailbox says of the message.
    mutating func add(states: Set<MailMessage.State>, folder: String?) {
        message.states.formUnion(states)
        if let folder, !folder.isEmpty, !message.folders.contains(folder) { message.folders.append(folder) }
    }

    private mutating func addAddresses(
        _ field: MailField, _ list: WritableKeyPath<MailMessage, [MailAddress]>, _ bytes: Span<UInt8>,
        _ value: Range<Int>
    ) {
        var found: [MailAddress] = []
        // Who wrote it is told however many received it.
        let room = field == .from || field == .sender ? 50 : Self.mostAddresses - addressCount
        var isCut = false
        AddressParser.forEach(in: bytes, value) { address in
            if found.count >= room {
                isCut = true
                return false
            }
            found.append(address)
            return true
        }
        if field != .from, field != .sender { addressCount += found.count }
        if isCut { message.isCut = true }
        // Most lists are short, and looking through them is cheaper than a set.
        let isLong = message[keyPath: list].count + found.count > 24
        if isLong { for old in message[keyPath: list] { known.insert(field.rawValue + " " + old.address) } }
        for address in found {
            let isNew =
                isLong
                ? known.insert(field.rawValue + " " + address.address).inserted
                : !message[keyPath: list].contains { $0.address == address.address }
            if isNew { message[keyPath: list].append(address) }
        }
    }

    /// `for <address>`: who received it.
    private mutating func addReceived(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        var index = value.lowerBound
        while index < value.upperBound {
            index = bytes.firstIndex(of: 0x3C, in: index..<value.upperBound)
            guard index < value.upperBound else { return }
            var start = index
            while start > value.lowerBound, bytes[start - 1] <= 0x20 { start -= 1 }
            if start - 3 >= value.lowerBound, bytes.hasText("for", at: start - 3) {
                return addAddresses(
                    .deliveredTo, \.deliveredTo, bytes, index..<min(value.upperBound, index + AddressParser.longestText)
                )
            }
            index += 1
        }
    }

    private mutating func setThread(_ rank: Int, _ name: String?) {
        guard let name, !name.isEmpty, rank < threadRank else { return }
        threadRank = rank
        message.thread = name
    }

    private mutating func addList(_ name: String) {
        let name = name.lowercased()
        guard !name.isEmpty, message.lists.count < 50, !message.lists.contains(name) else { return }
        message.lists.append(name)
    }

    private mutating func addLabels(_ text: String) {
        for label in text.split(separator: ",").prefix(100) {
            let name = String(label.drop { $0 == " " || $0 == "\"" }.prefix { $0 != "\"" })
            if !message.folders.contains(name) { message.folders.append(name) }
            switch name.lowercased() {
            case "spam": message.states.insert(.spam)
            case "trash", "bin": message.states.insert(.trash)
            case "draft", "drafts": message.states.insert(.draft)
            default: break
            }
        }
    }

    private mutating func addState(_ field: MailField, _ value: String) {
        switch field {
        case .autoSubmitted:
            if value.hasPrefix("auto-forwarded") { message.states.insert(.autoForwarded) }
        case .forwardedFor, .forwardedTo: message.states.insert(.autoForwarded)
        case .spamFlag:
            if value.hasPrefix("yes") { message.states.insert(.spam) }
        case .mozillaStatus:
            if let bits = Int(value.prefix(8), radix: 16), bits & 8 != 0 { message.states.insert(.deleted) }
        default: break
        }
    }

    /// The first text in angle brackets, or the first word.
    private static func identifier(_ bytes: Span<UInt8>, _ value: Range<Int>) -> String? {
        let window = value.lowerBound..<min(value.upperBound, value.lowerBound + 4096)
        var start = bytes.firstIndex(of: 0x3C, in: window)
        var end = bytes.firstIndex(of: 0x3E, in: start..<window.upperBound)
        if start < window.upperBound {
            start += 1
        } else {
            start = window.lowerBound
            while start < window.upperBound, bytes[start] <= 0x20 { start += 1 }
            end = start
            while end < window.upperBound, bytes[end] > 0x20 { end += 1 }
        }
        guard end > start else { return nil }
        return String(decoding: bytes.bytes(in: start..<min(end, start + 255)).filter { $0 > 0x20 }, as: UTF8.self)
    }

    /// The first 22 bytes, which all messages of a conversation share.
    private static func threadIndex(_ bytes: Span<UInt8>, _ value: Range<Int>) -> String? {
        var decoder = Base64Decoder()
        var decoded = ByteBuffer()
        var foreign = ByteBuffer()
        decoder.decode(
            bytes, value.lowerBound..<min(value.upperBound, value.lowerBound + 64), into: &decoded, foreign: &foreign)
        guard decoded.count >= 22 else { return nil }
        let digits = Array("0123456789abcdef")
        return String(
            decoded.storage[decoded.start..<decoded.start + 22].flatMap {
                [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
            })
    }
}
