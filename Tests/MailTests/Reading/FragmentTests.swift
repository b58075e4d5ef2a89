import Blobs
import Testing

@testable import Mail

@Suite("Messages in fragments") struct FragmentTests {
    static let word = Sample.word
    static let line = "From ann@example.org Tue Mar  5 09:12:00 2024\n"

    static let inner =
        "Subject: inner\nMessage-ID: <whole@example.org>\n"
        + Sample.multipart([
            "Content-Type: text/plain\n\nsome text\nand more\n",
            "Content-Type: text/csv; name=a.csv\nContent-Transfer-Encoding: base64\n\n"
                + Sample.base64(String(repeating: "id,\(word)\n", count: 40)),
        ])

    /// The message in so many fragments, split at ends of lines.
    static func fragments(_ count: Int, id: String = "x@y", total: (Int) -> Bool = { _ in true }) -> [String] {
        let lines = inner.split(separator: "\n", omittingEmptySubsequences: false)
        let size = (lines.count + count - 1) / count
        return (0..<count).map { index in
            let own = lines.dropFirst(index * size).prefix(size).map { $0 + "\n" }.joined()
            let said = total(index) ? "; total=\(count)" : ""
            return "From: ann@example.org\nTo: bob@example.com\nSubject: part \(index + 1)\n"
                + "Message-ID: <f\(index + 1)@example.org>\nMIME-Version: 1.0\n"
                + "Content-Type: message/partial; id=\"\(id)\"; number=\(index + 1)\(said)\n\n"
                + (index == count - 1 ? String(own.dropLast()) : own)
        }
    }

    static func mailbox(_ messages: [String], mark: String = line) -> String {
        messages.map { mark + $0 + (mark == line ? "\n" : mark) }.joined()
    }

    @Test("Fragments in order are one message", arguments: [1, 2, 3, 9, 20], [1, 100, 65_536])
    func joined(count: Int, piece: Int) throws {
        let other = Sample.message("", "last\n")
        let whole = ReadMail(.message, Self.inner)
        let ends = Self.mailbox(Self.fragments(count, total: { $0 == count - 1 }) + [other])
        for mailbox in [Self.mailbox(Self.fragments(count) + [other]), ends] {
            let mail = ReadMail(.mbox, Array(mailbox.utf8), piece: piece, buffer: piece)
            #expect(mail.messageCount == count + 1)
            #expect(mail.parts("1.1").map(\.text) == whole.parts("1").map(\.text))
            let file = try #require(mail.part("1.2"))
            #expect(file.bytes == whole.part("2")?.bytes)
            #expect(file.damage == nil)
            #expect(file.part.origin.message.identifier == "whole@example.org")
            #expect(file.part.origin.enclosing.map(\.identifier) == ["f1@example.org"])
            #expect(mail.part("1.H")?.text.contains("Subject: inner") == true)
            let headers = mail.parts("H").map(\.part.origin.message.subject)
            #expect(headers == (1...count).map { "part \($0)" } + ["plan"])
            #expect(mail.parts.last?.text == "last\n\n")
        }
    }

    @Test("CRLF and MMDF")
    func otherMailboxes() {
        let whole = ReadMail(.message, Self.inner)
        let crlf = Self.mailbox(Self.fragments(4)).replacing("\n", with: "\r\n")
        #expect(ReadMail(.mbox, crlf).part("1.2")?.text == whole.part("2")?.text)
        let mark = "\u{1}\u{1}\u{1}\u{1}\n"
        let mmdf = ReadMail(.mbox, Self.mailbox(Self.fragments(4), mark: mark))
        #expect(mmdf.part("1.2")?.bytes == whole.part("2")?.bytes)
        #expect(mmdf.part("1.1")?.bytes == whole.part("1")?.bytes)
    }

    @Test(
        "Fragments that are missing or in no order are told, and read as they are",
        arguments: [
            [0, 2], [1, 0, 2], [2, 1, 0], [0, 0, 1], [1], [0, 1],
        ])
    func alone(order: [Int]) {
        let all = Self.fragments(3)
        let mail = ReadMail(.mbox, Self.mailbox(order.map { all[$0] } + [Sample.message("", "last\n")]))
        #expect(mail.messageCount == order.count + 1)
        let parts = mail.parts.filter { $0.part.kind != .header }
        #expect(parts.last?.text == "last\n\n")
        #expect(parts.last?.damage == nil)
        #expect(parts.contains { $0.damage?.contains(.incomplete) == true })
        #expect(mail.parts("H").count == order.count + 1)
        if order == [0, 2] || order == [1] || order == [0, 1] { #expect(mail.text.contains("id,\(Self.word)")) }
    }

    @Test("Other messages, and single files, join nothing")
    func separate() {
        let all = Self.fragments(2)
        let between = ReadMail(.mbox, Self.mailbox([all[0], Sample.message("", "x\n"), all[1]]))
        #expect(between.parts.filter { $0.damage?.contains(.incomplete) == true }.count >= 2)
        let strangers = ReadMail(.mbox, Self.mailbox([all[0], Self.fragments(2, id: "other")[1]]))
        #expect(strangers.parts.filter { $0.damage?.contains(.incomplete) == true }.count >= 2)
        let single = ReadMail(.message, all[0])
        #expect(single.part("1.1")?.damage?.contains(.incomplete) == true)
        #expect(single.part("1.1")?.text.contains("some text") == true)
    }

    @Test("Many fragments take no more than is kept")
    func many() {
        let filler = String(repeating: "X-Note: \(String(repeating: "n", count: 60))\n", count: 10)
        let messages = (1...1200).map { number in
            filler + "Content-Type: message/partial; id=a; number=\(number)\n\n" + (number == 1 ? "A: b\n\n" : "")
                + "text \(number)\n"
        }
        let mail = ReadMail(.mbox, Self.mailbox(messages))
        #expect(mail.messageCount == 1200)
        #expect(mail.parts("H").count == 1200)
        for number in [1, 2, 1000, 1100, 1200] { #expect(mail.count(of: "text \(number)\n") == 1) }
    }

    @Test("Any bytes are read to their end", arguments: 0..<3)
    func mutations(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let sample = Array(Self.mailbox(Self.fragments(4) + Self.fragments(2, id: "b") + Self.fragments(3)).utf8)
        for _ in 0..<40 {
            let bytes = Mutations.mutated(sample, &random)
            let mail = ReadMail(.mbox, bytes)
            #expect(mail.bytesRead == bytes.count)
            let cut = ReadMail(.mbox, bytes, piece: 11, buffer: 5)
            #expect(cut.parts.map(\.bytes) == mail.parts.map(\.bytes))
            #expect(cut.parts.map(\.damage) == mail.parts.map(\.damage))
        }
    }
}
