import Blobs
import Mail
import Testing

@Suite("Headers tell the message, and are searched without noise")
struct HeaderTests {
    let word = Sample.word

    @Test("The envelope")
    func envelope() throws {
        let text =
            "Return-Path: <bounce@example.org>\nDelivered-To: bob@example.com\n"
            + "Received: from a by b with SMTP id x for <Bob@Example.com>; Tue, 5 Mar 2024 09:12:01 +0000\n"
            + "From: =?utf-8?Q?Ann_B=C3=BChler?= <Ann@Example.org>\n"
            + "To: \"Smith, Bob\" <bob@example.com>, Team: carol@vendor.example, <dave@x.example>;\n"
            + "Cc: erin@x.example (Erin)\nBcc: frank@x.example\nList-Id: Devs <dev.lists.example.org>\n"
            + "Date: Tue, 05 Mar 2024 10:12:00 +0100\nSubject: Re: deploy\n key\nMessage-ID: <m2@example.org>\n"
            + "References: <m0@example.org>\n <m1@example.org>\nIn-Reply-To: <m1@example.org>\n"
            + "X-Gmail-Labels: =?UTF-8?Q?Gesendet,Projekt_=C3=9C?=,Spam\nAuto-Submitted: auto-forwarded\n\nbody\n"
        let message = try #require(ReadMail(.message, text).parts.first).part.origin.message
        #expect(message.identifier == "m2@example.org")
        #expect(message.from == [MailAddress(address: "ann@example.org", name: "Ann Bühler")])
        #expect(message.to.map(\.address) == ["bob@example.com", "carol@vendor.example", "dave@x.example"])
        #expect(message.to.first?.name == "Smith, Bob")
        #expect(message.cc == [MailAddress(address: "erin@x.example", name: "Erin")])
        #expect(message.bcc.map(\.address) == ["frank@x.example"])
        #expect(message.deliveredTo.map(\.address) == ["bob@example.com"])
        #expect(message.lists == ["dev.lists.example.org"])
        #expect(message.date == 1_709_629_920)
        #expect(message.subject == "Re: deploy key")
        #expect(message.thread == "m0@example.org")
        #expect(message.folders == ["Gesendet", "Projekt Ü", "Spam"])
        #expect(message.states == [.spam, .autoForwarded])
    }

    @Test("A message without an identifier is named by its header")
    func noIdentifier() throws {
        let message = try #require(ReadMail(.message, "From: a@b.example\nSubject: x\n\nb").parts.first).part.origin
            .message
        #expect(message.identifier.hasPrefix("#"))
        #expect(message.identifier.count == 13)
    }

    @Test("A word that is cut over encoded words is whole")
    func subject() throws {
        for place in 1..<word.count {
            let cut = word.index(word.startIndex, offsetBy: place)
            let first = Sample.base64(String(word[..<cut]), width: 0, lineEnd: "")
            let mail = ReadMail(
                .message,
                "From: a@b.example\nSubject: key =?UTF-8?B?\(first)?=\r\n =?utf-8*en?q?\(word[cut...])?= end\n\nbody")
            #expect(mail.part("H")?.text.contains("Subject: key \(word) end\n") == true)
            #expect(mail.parts.first?.part.origin.message.subject == "key \(word) end")
        }
    }

    @Test("What machines write is no text")
    func noise() {
        let fields = [
            "DKIM-Signature: v=1; b=", "ARC-Seal: i=1; b=", "Autocrypt: addr=a; keydata=", "Message-ID: <",
            "Thread-Index: ", "X-MS-Exchange-Organization-Id: ", "X-Gm-Message-State: ", "References: <",
            "X-Google-DKIM-Signature: ", "Authentication-Results: x; auth=", "Received: by x id ",
            "List-Unsubscribe: <https://x/", "Content-Type: multipart/mixed; boundary=", "Face: ",
        ]
        for field in fields {
            let mail = ReadMail(.message, "From: a@b.example\n\(field)\(word)\n\t\(word)\nX-Note: mine\n\nbody")
            #expect(mail.part("H")?.text == "From: a@b.example\nX-Note: mine\n", "\(field)")
        }
    }

    @Test("File names in all their spellings")
    func names() {
        let cases: [(String, String)] = [
            ("attachment; filename*0*=utf-8''cre%20; filename*1=\"den\"; filename*2*=%2Ecsv", "cre den.csv"),
            ("attachment; filename*=iso-8859-1'en'%FCber.txt; filename=\"x\"", "über.txt"),
            ("attachment; filename==?utf-8?B?\(Sample.base64("a.csv", lineEnd: ""))?=", "a.csv"),
            ("attachment; filename=my file.txt", "my file.txt"),
            ("attachment (comment; filename=no); FileName = \"a \\\"b\\\".txt\"", "a \"b\".txt"),
            ("inline; filename=\"../../etc/pass\u{0}wd\"", "../../etc/passwd"),
        ]
        for (value, name) in cases {
            let mail = ReadMail(.message, Sample.head + "Content-Disposition: \(value)\n\nx")
            #expect(mail.part("1")?.part.name == RawPath(name), "\(value)")
            #expect(mail.part("1")?.part.kind == .attachment)
        }
    }

    @Test(
        "Headers may be damaged",
        arguments: [
            "From: a@b.example\nTo: c@d.example\rX-Note: WORD\r\n\nbody",
            "From: a@b.example\nSubject: x\nno colon here WORD\nand text\n",
            "no header at all WORD\n", "From: a@b.example\n>From ann Tue Mar 5\nX-Note: WORD\n\nbody",
            "From: a@b.example\nX-Zero: \u{0}\u{0}WORD\u{0}\n\nbody", "From: a@b.example\nX-Note: WORD",
            " begins with a blank: WORD\n", "\n\nWORD", "Subject: x\n\n\nWORD",
        ])
    func damaged(text: String) {
        let mail = ReadMail(.message, text.replacing("WORD", with: word))
        #expect(mail.count(of: word) == 1)
    }

    @Test("Fields behind a line that does not belong there count")
    func straysInHeader() {
        let mail = ReadMail(
            .message,
            "From: a@b.example\n>From x Tue\nContent-Transfer-Encoding: base64\n\n" + Sample.base64("key \(word)"))
        #expect(mail.part("1")?.text == "key \(word)")
    }
}
