import Blobs
import Mail
import Testing

@Suite("Parts are told apart, and nothing is lost between them")
struct StructureTests {
    let word = Sample.word

    @Test("Parts have the numbers of IMAP, names and types")
    func sections() throws {
        let inner = Sample.multipart(
            ["Content-Type: text/plain\n\nplain", "Content-Type: text/html\n\n<b>html</b>"], boundary: "I",
            type: "alternative")
        let file =
            "Content-Type: Application/CSV\nContent-Disposition: attachment; filename=\"credentials.csv\"\n"
            + "Content-Transfer-Encoding: base64\n\n" + Sample.base64("id,\(word)\n")
        let mail = ReadMail(.message, Sample.head + Sample.multipart([inner, file]))
        #expect(mail.parts.map(\.section) == ["H", "1.1", "1.2", "2"])
        #expect(mail.parts.map(\.part.kind) == [.header, .text, .html, .attachment])
        let part = try #require(mail.part("2"))
        #expect(part.text == "id,\(word)\n")
        #expect(part.part.name == RawPath("credentials.csv"))
        #expect(part.part.mediaType == "application/csv")
        #expect(mail.part("1.2", view: .rendered)?.text == "html")
    }

    @Test("Preamble and epilogue are read")
    func surroundings() {
        let body = "Content-Type: multipart/mixed; boundary=B\n\npre \(word)\n--B\n\na\n--B--\nepi \(word)\n"
        let mail = ReadMail(.message, Sample.head + body)
        #expect(mail.part("P")?.text == "pre \(word)\n")
        #expect(mail.part("E")?.text == "epi \(word)\n")
        #expect(mail.part("1")?.text == "a\n")
    }

    @Test(
        "Boundaries may be strange",
        arguments: [
            // Never closed; the prefix of another; blanks behind; repeated in an inner multipart; 500 bytes.
            "Content-Type: multipart/mixed; boundary=B\n\n--B\n\na WORD",
            "Content-Type: multipart/mixed; boundary=B\n\n--B\n\n--B1\na WORD\n--B-\n--B--\n",
            "Content-Type: multipart/mixed; boundary=\"B\"\n\n--B  \t\n\na WORD\n--B-- \n",
            "Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: multipart/mixed; boundary=B\n\n"
                + "--B\n\na WORD\n--B--\n--B--\n",
            "Content-Type: multipart/mixed; boundary=\(String(repeating: "b", count: 500))\n\n"
                + "--\(String(repeating: "b", count: 500))\n\na WORD\n--\(String(repeating: "b", count: 500))--\n",
            // Not said at all, or empty.
            "Content-Type: multipart/mixed\n\npre\n--XX\nContent-Type: text/plain\n\na WORD\n--XX--\n",
            "Content-Type: multipart/mixed; boundary=\"\"\n\n--\n\na WORD\n----\n",
            // Closed too early.
            "Content-Type: multipart/mixed; boundary=B\n\n--B\n\nx\n--B--\n\n--B\n\na WORD\n--B--\n",
        ])
    func strangeBoundaries(body: String) {
        let text = (Sample.head + body).replacing("WORD", with: word)
        let mail = ReadMail(.message, text)
        #expect(mail.count(of: word) == 1)
        #expect(mail.bytesRead == text.utf8.count)
    }

    @Test("A base64 part behind a boundary that was closed is decoded")
    func reopened() {
        let part = "--B\nContent-Transfer-Encoding: base64\n\n" + Sample.base64("late \(word)")
        let mail = ReadMail(
            .message,
            Sample.head + "Content-Type: multipart/mixed; boundary=B\n\n--B\n\nx\n--B--\n\n\(part)--B--\n")
        #expect(mail.count(of: word) == 1)
    }

    @Test("Messages in messages have their own envelope, and the path of those around them")
    func forwarded() throws {
        var text = Sample.base64("deep \(word)\n")
        text = "From: f0@example.org\nMessage-ID: <f0@x>\nContent-Transfer-Encoding: base64\n\n" + text
        for level in 1...5 {
            text =
                "From: f\(level)@example.org\nSubject: Fwd\nMessage-ID: <f\(level)@x>\n"
                + Sample.multipart(["Content-Type: message/rfc822\n\n" + text], boundary: "L\(level)")
        }
        let mail = ReadMail(.message, text)
        let part = try #require(mail.parts.first { $0.text.contains(word) })
        #expect(mail.count(of: word) == 1)
        #expect(part.section == "1.1.1.1.1.1")
        #expect(part.part.origin.message.identifier == "f0@x")
        #expect(part.part.origin.enclosing.map(\.identifier) == ["f5@x", "f4@x", "f3@x", "f2@x", "f1@x"])
        #expect(part.part.origin.message.enclosedIn == "f1@x")
        #expect(mail.parts.first?.section == "H")
        #expect(mail.messageCount == 1)
    }

    @Test("A message that is itself encoded is read")
    func encodedMessage() throws {
        let inner =
            "From: in@example.org\nMessage-ID: <in@x>\n"
            + Sample.multipart(["Content-Transfer-Encoding: quoted-printable\n\nkey=3D\(word)"], boundary: "I")
        let outer = Sample.multipart(
            [
                "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + Sample.base64(inner),
                "Content-Type: text/plain\n\nbehind",
            ])
        let mail = ReadMail(.message, Sample.head + outer)
        let part = try #require(mail.parts.first { $0.text.contains("=" + word) })
        #expect(part.section == "1.1")
        #expect(part.part.origin.message.identifier == "in@x")
        #expect(part.part.origin.enclosing.map(\.identifier) == ["m1@example.org"])
        #expect(mail.part("2")?.text == "behind\n")
        #expect(mail.part("1.H") != nil)
    }

    @Test("What says it is encoded and is not, is read")
    func plainMessageSaidToBeEncoded() {
        let inner = "From: in@example.org\nMessage-ID: <in@x>\n\nkey \(word)\n"
        let outer = Sample.multipart(
            ["Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + inner])
        let mail = ReadMail(.message, Sample.head + outer)
        #expect(mail.part("1.1")?.text == "key \(word)\n\n".replacing("\n\n", with: "\n\n"))
    }

    @Test("Digests and reports hold messages")
    func digest() {
        let mail = ReadMail(
            .message,
            Sample.head
                + Sample.multipart(["\nFrom: a@x.org\nSubject: s\n\nkey \(word)"], boundary: "D", type: "digest"))
        #expect(mail.part("1.1")?.text == "key \(word)\n")
        let report = ReadMail(
            .message,
            Sample.head
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=R\n\n--R\n\nfailed\n--R\n"
                + "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n--R\n"
                + "Content-Type: message/rfc822\n\nFrom: a@x.org\n\nkey \(word)\n--R--\n")
        #expect(report.part("3.1")?.text == "key \(word)\n")
        #expect(report.part("H")?.part.origin.message.states == [.bounce])
    }

    @Test("Signatures are skipped, encrypted parts are named, what is signed is read")
    func cryptography() throws {
        let signed = ReadMail(
            .message,
            Sample.head
                + Sample.multipart(
                    ["\nkey \(word)", "Content-Type: application/pgp-signature; name=s.asc\n\n-----BEGIN PGP"],
                    type: "signed"))
        #expect(signed.parts.map(\.section) == ["H", "1"])
        let encrypted = ReadMail(
            .message,
            Sample.head
                + Sample.multipart(
                    [
                        "Content-Type: application/pgp-encrypted\n\nVersion: 1",
                        "Content-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\nabc",
                    ], type: "encrypted"))
        #expect(encrypted.part("2")?.part.kind == .encrypted)
        let entity = Array("Content-Type: text/plain\n\nkey \(word)\n".utf8)
        // Indefinite lengths around two octet strings, as programs write them.
        var cms: [UInt8] = [0x30, 0x80, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02, 0xA0, 0x80]
        cms += [0x30, 0x80, 0x02, 0x01, 0x01, 0x31, 0x02, 0x05, 0x00, 0x30, 0x80]
        cms += [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01, 0xA0, 0x80, 0x24, 0x80]
        cms += [0x04, 30] + entity[..<30] + [0x04, 0x81, UInt8(entity.count - 30)] + entity[30...]
        cms += [0, 0, 0, 0, 0, 0, 0x31, 0x03, 0x04, 0x01, 0x41, 0, 0]
        let opaque = ReadMail(
            .message,
            Sample.head + "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n"
                + "Content-Transfer-Encoding: base64\n\n" + Sample.base64(cms))
        #expect(opaque.part("1")?.text == "key \(word)\n")
        cms[12] = 3
        let enveloped = ReadMail(
            .message,
            Sample.head + "Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\n"
                + Sample.base64(cms))
        #expect(enveloped.part("1")?.part.kind == .encrypted)
        let inline = ReadMail(
            .message,
            Sample.message("", "hello\n-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n\(word)\n"))
        #expect(inline.part("1~pgp1")?.part.kind == .encrypted)
        #expect(inline.parts("1").map(\.text) == ["hello\n", word + "\n"])
        #expect(inline.parts("1").map(\.part.firstLine) == [1, 6])
    }

    @Test("The header of a part is read, but for its structure")
    func partHeader() {
        let mail = ReadMail(
            .message,
            Sample.head + Sample.multipart(["Content-Type: text/plain\nContent-Description: key \(word)\n\na"]))
        #expect(mail.part("1.M")?.text == "Content-Description: key \(word)\n")
    }
}
