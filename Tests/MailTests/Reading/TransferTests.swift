import Blobs
import Mail
import Testing

@Suite("Transfer encodings are undone, whatever was done to them")
struct TransferTests {
    let word = Sample.word

    @Test("An encoded equals sign is one")
    func equalsSign() throws {
        let mail = ReadMail(
            .message, Sample.message("Content-Transfer-Encoding: Quoted-Printable", "a\nkey=3D\(word)\nend=3d\n"))
        let part = try #require(mail.part("1"))
        #expect(part.text == "a\nkey=\(word)\nend=\n")
        #expect(part.part.encoding == .quotedPrintable)
    }

    @Test("A soft line break may stand anywhere in a word", arguments: ["=\n", "=\r\n", "= \n", "=\t \r\n", "=\r"])
    func softBreaks(lineBreak: String) {
        for place in 0...word.count {
            let cut = word.index(word.startIndex, offsetBy: place)
            let body = "key=3D" + word[..<cut] + lineBreak + word[cut...] + " end\n"
            let mail = ReadMail(.message, Sample.message("Content-Transfer-Encoding: quoted-printable", body))
            #expect(mail.part("1")?.text == "key=\(word) end\n", "\(place)")
        }
    }

    @Test("What is no encoding passes")
    func foreignEquals() {
        let mail = ReadMail(
            .message, Sample.message("Content-Transfer-Encoding: quoted-printable", "a=b c=4Gd e=3D=\n"))
        #expect(mail.part("1")?.text == "a=b c=4Gd e=")
        #expect(mail.part("1")?.damage == .transferEncoding)
    }

    @Test("Lines of base64 have any width", arguments: [1, 3, 4, 60, 76, 998, 0])
    func widths(width: Int) {
        let text = "id,secret\n" + word + "\n" + String(repeating: "filler line, ", count: 30)
        for lineEnd in ["\n", "\r\n", "\r"] {
            let body = Sample.base64(text, width: width, lineEnd: lineEnd)
            let mail = ReadMail(.message, Sample.message("Content-Transfer-Encoding: base64 (comment)", body))
            #expect(mail.part("1")?.text == text)
            #expect(mail.part("1")?.damage == nil)
        }
    }

    @Test("Padding that is missing, or stands in the middle, loses nothing")
    func padding() {
        let first = Sample.base64("one \(word) ", width: 0, lineEnd: "")
        let second = Sample.base64(Array("two \(word)!".utf8), width: 0, lineEnd: "", padding: false)
        let mail = ReadMail(.message, Sample.message("Content-Transfer-Encoding: base64", first + second + "\n"))
        #expect(mail.part("1")?.text == "one \(word) two \(word)!")
    }

    @Test("Junk is passed over, and said")
    func junk() {
        var body = Sample.base64("key \(word) and more text so that junk is rare in it, as it is", width: 40)
        body.insert("!", at: body.index(body.startIndex, offsetBy: 10))
        let mail = ReadMail(.message, Sample.message("Content-Transfer-Encoding: base64", body))
        #expect(mail.part("1")?.text.contains(word) == true)
        #expect(mail.part("1")?.damage == .transferEncoding)
        #expect(mail.part("1", view: .undecoded)?.text.contains("!") == true)
    }

    @Test("Text that a list appended to base64 is read")
    func footer() {
        let body = Sample.base64(String(repeating: "some text, ", count: 200)) + "____\nlist footer key: \(word)\n"
        let mail = ReadMail(.message, Sample.message("Content-Transfer-Encoding: base64", body))
        #expect(mail.part("1", view: .undecoded)?.text.contains(word) == true)
    }

    @Test("Plain text that claims to be base64 is text")
    func falseBase64() {
        let body = "Hello Bob,\nthe key = \(word)\nregards\n"
        let mail = ReadMail(.message, Sample.message("Content-Transfer-Encoding: base64", body))
        #expect(mail.part("1")?.text == body)
        #expect(mail.part("1")?.part.isInferred == true)
    }

    @Test("Base64 that claims to be text is decoded")
    func unsaidBase64() {
        let text = "Dear Bob, here is what you asked for: \(word). " + String(repeating: "Regards. ", count: 20)
        let mail = ReadMail(.message, Sample.message("", Sample.base64(text)))
        #expect(mail.part("1")?.text == text)
        #expect(mail.part("1")?.part.isInferred == true)
        #expect(mail.part("1")?.part.encoding == .base64)
    }

    @Test("A lone key is no base64")
    func loneKey() {
        let mail = ReadMail(.message, Sample.message("", word + "\n"))
        #expect(mail.part("1")?.text == word + "\n")
    }
}
