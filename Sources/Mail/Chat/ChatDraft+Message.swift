import Blobs
import Crypto

extension ChatDraft {
    /// What it says about itself, in the words of mail.
    ///
    /// - Parameter folder: the channel as the path tells it.
    func message(_ kind: ChatKind, folder: ChatChannel, header: [UInt8]) -> MailMessage {
        var message = MailMessage()
        let channel = channel(or: folder)
        let place = channel.name.isEmpty ? "" : "@" + channel.name
        let name = kind == .slack ? time : identifier
        message.identifier = name.isEmpty ? Self.digest(header, text, others) : name + place
        message.date = kind == .slack ? ChatDate.seconds(ofTime: time) : ChatDate.seconds(ofDate: time)
        message.subject = subject
        message.from = sender.address.map { [$0] } ?? []
        let recipient = channel.recipient(kind)
        message.to = [MailAddress(address: recipient, name: channel.name)]
        message.lists = [recipient]
        if isDeleted { message.states = [.deleted] }
        message.folders = channel.name.isEmpty ? [] : [channel.name]
        message.thread = thread.isEmpty ? nil : thread + place
        message.offset = offset
        message.isCut = isCut
        return message
    }

    /// The lines of its header.
    func header(_ kind: ChatKind, folder: ChatChannel) -> [UInt8] {
        var lines = ""
        for (name, value) in [
            ("From", sender.line), ("To", channel(or: folder).recipient(kind)), ("Date", time), ("Subject", subject),
        ] where !value.isEmpty {
            lines += "\(name): \(value)\n"
        }
        return Array(lines.utf8)
    }

    private func channel(or folder: ChatChannel) -> ChatChannel {
        channel.isEmpty ? folder : ChatChannel(identifier: channel)
    }

    /// `#` and twelve digits of a hash.
    private static func digest(_ parts: [UInt8], _ buffers: ByteBuffer...) -> String {
        var hash = SHA256()
        hash.update(data: parts)
        for buffer in buffers { hash.update(data: buffer.storage[buffer.start..<buffer.end]) }
        let digits = Array("0123456789abcdef")
        return "#" + String(hash.finalize().prefix(6).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
