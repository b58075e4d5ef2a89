import Blobs
import Mail
import Testing

@Suite("Texts are joined, decoded and searched for what stands in them")
struct TextTests {
    let word = Sample.word

    @Test("Flowed lines are joined where the depth of quoting is the same")
    func flowed() {
        for place in 1..<word.count {
            let cut = word.index(word.startIndex, offsetBy: place)
            let body = "> key \(word[..<cut]) \r\n> \(word[cut...]) \r\n>> other\r\na \r\nb\r\n-- \r\nname\r\n"
            let mail = ReadMail(
                .message, Sample.message("Content-Type: text/plain; format=Flowed; DelSp=Yes", body))
            #expect(mail.part("1")?.text == "> key \(word)\n>> other\nab\n-- \nname\n")
        }
        let mail = ReadMail(.message, Sample.message("Content-Type: text/plain; format=flowed", "one \ntwo\n"))
        #expect(mail.part("1")?.text == "one two\n")
    }

    @Test("The no-break space is a space")
    func noBreakSpace() {
        let text = Sample.message("Content-Type: text/plain; charset=utf-8", "key\u{A0}=\u{A0}\(word)é\n")
        #expect(ReadMail(.message, text).part("1")?.text == "key = \(word)é\n")
        let latin = Array(Sample.message("Content-Type: text/plain; charset=iso-8859-1", "key").utf8) + [0xA0, 0x3D]
        #expect(ReadMail(.message, latin).part("1")?.text == "key =")
    }

    @Test("Charsets that hide ASCII")
    func charsets() {
        func text(_ charset: String, _ body: [UInt8]) -> String? {
            ReadMail(.message, Array(Sample.message("Content-Type: text/plain; charset=\(charset)", "").utf8) + body)
                .part("1")?.text
        }
        #expect(text("utf-7", Array("a+-b+AD0-c +AOQ-".utf8)) == "a+b=c ä")
        #expect(text("iso-2022-jp", [0x1B, 0x24, 0x42, 0x24, 0x22, 0x1B, 0x28, 0x42] + Array(word.utf8)) == "?" + word)
        #expect(text("hz-gb-2312", Array("~{<:~}k~~=\(word)".utf8)) == "?k~=" + word)
        #expect(text("nonsense", Array(word.utf8)) == word)
        let wide = word.utf8.flatMap { unit -> [UInt8] in [unit, 0] }
        #expect(text("utf-16le", wide)?.utf8.elementsEqual(wide) == true)
        // "KEY = [aZ09]" in code pages 037, 500 and 1047.
        let letters: [UInt8] = [0xD2, 0xC5, 0xE8, 0x40, 0x7E, 0x40]
        let inner: [UInt8] = [0x81, 0xE9, 0xF0, 0xF9]
        #expect(text("cp037", letters + [0xBA] + inner + [0xBB, 0x25]) == "KEY = [aZ09]\n")
        #expect(text("ibm500", letters + [0x4A] + inner + [0x5A, 0x15]) == "KEY = [aZ09]\n")
        #expect(text("IBM1047", letters + [0xAD] + inner + [0xBD, 0x0D]) == "KEY = [aZ09]\r")
    }

    @Test("An attached file is given as it is")
    func attached() {
        let bytes = [0xEF, 0xBB, 0xBF] + Array("Access key ID,Secret access key\r\n".utf8) + [0xC2, 0xA0]
        let mail = ReadMail(
            .message,
            Sample.message(
                "Content-Type: text/csv; charset=utf-8; name=a.csv\nContent-Transfer-Encoding: base64",
                Sample.base64(bytes)))
        #expect(mail.part("1")?.bytes == bytes)
    }

    @Test("Lines of uuencode are a file of their own")
    func uuencode() throws {
        var lines = ""
        let bytes = Array("id,secret\n\(word)\n".utf8)
        var index = 0
        while index < bytes.count {
            let line = Array(bytes[index..<min(index + 45, bytes.count)])
            lines += String(UnicodeScalar(UInt8(32 + line.count)))
            var place = 0
            while place < line.count {
                let group = (0..<3).map { place + $0 < line.count ? Int(line[place + $0]) : 0 }
                let value = group[0] << 16 | group[1] << 8 | group[2]
                for shift in [18, 12, 6, 0] {
                    let digit = UInt8(value >> shift & 63)
                    lines += String(UnicodeScalar(digit == 0 ? 0x60 : digit + 32))
                }
                place += 3
            }
            lines += "\n"
            index += 45
        }
        let mail = ReadMail(
            .message, Sample.message("", "see\nbegin 644 a key.csv\n\(lines)`\nend\nbehind\nbegin with care\n"))
        let part = try #require(mail.part("1~uu1"))
        #expect(part.bytes == bytes)
        #expect(part.part.name == RawPath("a key.csv"))
        #expect(part.part.encoding == .uuencode)
        #expect(mail.parts("1").map(\.text) == ["see\n", "behind\nbegin with care\n"])
        let encoded = ReadMail(
            .message, Sample.message("Content-Transfer-Encoding: x-uuencode", "begin 644 b\n\(lines)`\nend\n"))
        #expect(encoded.part("1~uu1")?.bytes == bytes)
    }

    @Test("yEnc, in several parts")
    func yEnc() {
        let bytes = Array("key \(word)\n\u{0}".utf8) + [0xD6, 0xE0, 0x13]
        func encoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
            bytes.flatMap { byte -> [UInt8] in
                let code = byte &+ 42
                return [0, 10, 13, 0x3D].contains(code) ? [0x3D, code &+ 64] : [code]
            }
        }
        let head = Array(Sample.message("", "text\n").utf8)
        let first =
            Array("=ybegin part=1 line=128 size=99 name=a b.bin\n=ypart begin=1 end=20\n".utf8)
            + encoded(bytes[..<20]) + Array("\r\n=yend size=20\n".utf8)
        let second =
            Array("=ybegin part=2 line=128 size=99 name=a b.bin\n=ypart begin=21 end=50\n".utf8)
            + encoded(bytes[20...]) + Array("\n=yend size=30\n".utf8)
        let mail = ReadMail(.message, head + first + second + Array("behind".utf8))
        #expect((mail.part("1~yenc1")?.bytes ?? []) + (mail.part("1~yenc2")?.bytes ?? []) == bytes)
        #expect(mail.part("1~yenc1")?.part.name == RawPath("a b.bin"))
        #expect(mail.parts("1").map(\.text) == ["text\n", "behind"])
    }

    @Test("Calendars and contacts are unfolded and unescaped")
    func calendar() throws {
        for place in 1..<word.count {
            let cut = word.index(word.startIndex, offsetBy: place)
            let text =
                "BEGIN:VCALENDAR\r\nDESCRIPTION:a\\, b\\; key\\n\(word[..<cut])\r\n \(word[cut...])\r\n"
                + "END:VCALENDAR\r\n"
            let mail = ReadMail(.calendar, text)
            #expect(mail.part("1")?.text == "BEGIN:VCALENDAR\nDESCRIPTION:a, b; key\n\(word)\nEND:VCALENDAR\n")
        }
        let card =
            "BEGIN:VCARD\nVERSION:2.1\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=utf-8:k=3D\(word)=\n and=0Dx\nEND:VCARD\n"
        #expect(ReadMail(.calendar, card).part("1")?.text.contains("k=" + word) == true)
        let folded = Sample.base64("file \(word)\n", width: 20, lineEnd: "\r\n ")
        let attached =
            "BEGIN:VCALENDAR\r\nATTACH;FMTTYPE=text/csv;ENCODING=BASE64;VALUE=BINARY;"
            + "X-FILENAME=\"a.csv\":\(folded.dropLast(1))SUMMARY:x\r\n"
        let mail = ReadMail(.calendar, attached)
        let part = try #require(mail.part("1~attach1"))
        #expect(part.text == "file \(word)\n")
        #expect(part.part.mediaType == "text/csv")
        #expect(part.part.name == RawPath("a.csv"))
        #expect(mail.parts("1").last?.text == "SUMMARY:x\n")
    }

    @Test("A quoted word that was wrapped is joined, besides")
    func wrappedQuotes() throws {
        let filler = String(repeating: "text ", count: 8)
        let cut = word.index(word.startIndex, offsetBy: 25)
        let body = "> > \(filler)key \(word[..<cut])\n> > \(word[cut...]) and\n> more\n"
        let mail = ReadMail(.message, Sample.message("", body))
        #expect(mail.part("1")?.text == body)
        #expect(mail.part("1", view: .unquoted)?.text == word + "\n")
        let other = ReadMail(.message, Sample.message("", body.replacing("\n> > ", with: "\n> ")))
        #expect(other.part("1", view: .unquoted) == nil)
    }
}
