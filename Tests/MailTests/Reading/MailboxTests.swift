import Blobs
import Mail
import Testing

@Suite("Mailboxes fall into their messages")
struct MailboxTests {
    let word = Sample.word
    let line = "From ann@example.org Tue Mar  5 09:12:00 2024\n"

    @Test("Messages are counted, and lines between them are in no part", arguments: ["\n", "\r\n"])
    func separators(lineEnd: String) {
        let text = (line + Sample.message("", "one\n\n") + line + Sample.message("", "two\n")).replacing(
            "\n", with: lineEnd)
        let mail = ReadMail(.mbox, text)
        #expect(mail.messageCount == 2)
        #expect(mail.parts("1").map { $0.text.prefix(3) } == ["one", "two"])
        #expect(!mail.text.contains("From ann"))
        let offset = text.utf8.count - (Sample.message("", "two\n").replacing("\n", with: lineEnd)).utf8.count
        #expect(mail.parts("1").last?.part.origin.message.offset == offset)
    }

    @Test("Prose that begins with From ends no message")
    func prose() {
        let body =
            "Hi,\n\nFrom here on we use\n\(word)1\n\nFrom what I see:\nNote: x\n\n>From quoted\n>>From twice\n\n"
            + "From Monday on Mar 5 10:00 2024 it is over\nno header here \(word)2\n"
        let mail = ReadMail(.mbox, line + Sample.message("Content-Transfer-Encoding: quoted-printable", body + "=41\n"))
        #expect(mail.messageCount == 1)
        #expect(mail.part("1")?.text == body + "A\n")
    }

    @Test("Separators without sender or date are some if a header follows")
    func bare() {
        let text = "From \n" + Sample.message("", "one\n\n") + "From \n" + Sample.message("", "two\n")
        #expect(ReadMail(.mbox, text).messageCount == 2)
        let thunderbird = "From - Tue Mar  5 09:12:00 2024\nX-Mozilla-Status: 0009\n" + Sample.message("", "x\n")
        let mail = ReadMail(.mbox, thunderbird)
        #expect(mail.parts.first?.part.origin.message.states == [.deleted])
    }

    @Test("A patch in a message ends none; a mailbox of patches has many")
    func patches() {
        let magic = "From " + String(repeating: "0a", count: 20) + " Mon Sep 17 00:00:00 2001\n"
        let patch =
            magic + "From: Ann <ann@example.org>\nDate: Tue, 5 Mar 2024 09:12:00 +0000\nSubject: x\n\n\(word)\n\n"
        let mail = ReadMail(.mbox, line + Sample.message("", "see\n\n" + patch) + line + Sample.message("", "two\n"))
        #expect(mail.messageCount == 2)
        #expect(mail.count(of: word) == 1)
        #expect(ReadMail(.mbox, patch + patch).messageCount == 2)
    }

    @Test("A part behind a line that only looks like a separator has its encoding")
    func falseSeparator() {
        let body = Sample.multipart([
            "Content-Type: text/plain\n\nforwarded:\n\n" + line + "Subject: old\nTo: bob@example.com\n\ntext",
            "Content-Type: text/csv; name=a.csv\nContent-Transfer-Encoding: base64\n\n"
                + Sample.base64("Access key ID,Secret access key\nid,\(word)\n"),
        ])
        let mail = ReadMail(.mbox, line + Sample.head + body + "\n" + line + Sample.message("", "two\n"))
        let part = mail.parts.first { $0.text.contains(word) }
        #expect(part?.section == "2")
        #expect(part?.part.origin.message.identifier == "m1@example.org")
        #expect(part?.part.name == RawPath("a.csv"))
        #expect(mail.count(of: "two") == 1)
    }

    @Test("A wrong Content-Length changes nothing", arguments: ["1", "999999", "-5", "9223372036854775808"])
    func contentLength(value: String) {
        let message = Sample.message("Content-Length: \(value)", "key \(word)\n\n")
        let mail = ReadMail(.mbox, line + message + line + message)
        #expect(mail.messageCount == 2)
        #expect(mail.count(of: word) == 2)
    }

    @Test("MMDF")
    func mmdf() {
        let mark = "\u{1}\u{1}\u{1}\u{1}\n"
        let text = mark + Sample.message("", "one\n") + mark + mark + Sample.message("", "two\n") + mark
        let mail = ReadMail(.mbox, text)
        #expect(mail.messageCount == 2)
        #expect(mail.parts("1").map(\.text) == ["one\n", "two\n"])
    }

    @Test("What stands in front of the first message is read")
    func front() {
        let mail = ReadMail(.mbox, "\nsome \(word)\n\n" + line + Sample.message("", "one\n"))
        #expect(mail.part("0")?.text.contains(word) == true)
        #expect(mail.messageCount == 1)
    }

    @Test("A mailbox that ends within an encoded part is read to its end")
    func truncated() {
        let body = Sample.base64(String(repeating: "x", count: 90) + word)
        let mail = ReadMail(
            .mbox, line + Sample.message("Content-Transfer-Encoding: base64", String(body.dropLast(5))))
        #expect(mail.part("1")?.text.contains(word.dropLast(4)) == true)
    }

    @Test("The name of a file tells folder and flags")
    func names() throws {
        let text = line + Sample.message("", "a\n")
        let message = try #require(ReadMail(.mbox, text, name: "p/Mail/Old.sbd/2024").parts.first).part.origin.message
        #expect(message.folders == ["Old/2024"])
        let other = try #require(
            ReadMail(.message, Sample.message("", "a\n"), name: "m/.Work.Keys/cur/1.2.host:2,ST").parts.first)
        #expect(other.part.origin.message.folders == ["Work/Keys"])
        #expect(other.part.origin.message.states == [.deleted])
    }
}
