/// A mailbox with something of everything, and what chance makes of it.
enum Mutations {
    static let sample: [UInt8] = {
        let line = "From ann@example.org Tue Mar  5 09:12:00 2024\n"
        let html = "<p>a <b>b</b> &amp; <a href=\"https://x.example/\">c</a><!-- d --><style>e</style><br>f</p>"
        let parts = [
            "Content-Type: text/plain; format=flowed; delsp=yes\n\nsome \ntext\n> quoted \n> text\n",
            "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
                + html.replacing("=", with: "=3D"),
            "Content-Type: text/csv; name*0*=utf-8''a%20; name*1=b.csv\nContent-Transfer-Encoding: base64\n\n"
                + Sample.base64("id,\(Sample.word)\nand more of it, and more\n"),
            "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
                + Sample.base64("From: in@x.example\nContent-Type: text/html\n\n<td>x</td>"),
            "Content-Type: text/plain; charset=utf-7\n\na+-b",
            "\nbegin 644 a\n#86)C\n`\nend\n=ybegin line=1 size=1 name=q\nabc\n=yend\nend",
            "Content-Type: text/calendar\n\nBEGIN:VCALENDAR\n"
                + "ATTACH;ENCODING=BASE64:QUJD\n REVG\nX:y\\,z\nEND:VCALENDAR",
        ]
        let text =
            line + Sample.head + Sample.multipart(parts) + "\n" + line
            + Sample.message("Content-Type: text/plain; charset=iso-2022-jp", "\u{1B}$B$\"\u{1B}(B x\n\n") + line
            + "Subject: =?utf-8?q?a?= =?utf-8?b?Yg==?=\n\nFrom x\n"
            + "last https://a.safelinks.protection.outlook.com/?url=b "
        return Array(text.utf8)
    }()

    static func mutated(_ random: inout SeededGenerator) -> [UInt8] { mutated(sample, &random) }

    static func mutated(_ sample: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = sample
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
            case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: place)
            case 3: bytes[place] = Array("\n\r =-<>&\"B\u{0}".utf8).randomElement(using: &random) ?? 0
            default:
                let other = Int.random(in: 0..<bytes.count, using: &random)
                bytes.swapAt(place, other)
            }
            if bytes.count < 10 { break }
        }
        return bytes
    }
}
