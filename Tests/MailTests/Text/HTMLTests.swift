import Mail
import Testing

@Suite("HTML is read as people see it, and what they do not see apart")
struct HTMLTests {
    let word = Sample.word

    private func read(_ html: String) -> ReadMail {
        ReadMail(.message, Sample.message("Content-Type: text/html; charset=utf-8", html))
    }

    @Test(
        "What is inline or invisible cuts no word",
        arguments: [
            "<wbr>", "<span class=SpellE>", "</b>", "<!-- x -->", "&zwj;", "&#8203;", "&#x200b;", "&shy;", "\u{200B}",
            "\u{FEFF}", "\u{AD}", "<a href='x>y'>", "&ZeroWidthSpace;", "<font\ncolor=red>",
        ])
    func invisible(mark: String) {
        for place in 0...word.count {
            let cut = word.index(word.startIndex, offsetBy: place)
            let mail = read("<p>key: \(word[..<cut])\(mark)\(word[cut...])</p>")
            #expect(mail.part("1", view: .rendered)?.text == "key: \(word)\n")
        }
    }

    @Test("Entities and spaces")
    func entities() {
        let mail = read("a&#43;b&#x2F;c&plus;d&amp;e&lt;f&nbsp;=&nbsp;g\u{A0}h&unknown;i&#61j &")
        #expect(mail.part("1", view: .rendered)?.text == "a+b/c+d&e<f = g h&unknown;i=j &")
    }

    @Test("Blocks break lines, cells are set apart by tabs, rows by lines")
    func layout() {
        let mail = read(
            "<table><tr><td>id</td>\n<td>\(word)</td></tr>\n<tr><td>a</td><td>b</td></tr></table>x<br>y<div>z</div>\n"
                + "some\n text<pre>a\n  b</pre>end")
        #expect(mail.part("1", view: .rendered)?.text == "id\t\(word)\na\tb\nx\ny\nz\nsome text\na\n  b\nend")
    }

    @Test("What is not seen is apart, one a line")
    func markup() {
        let mail = read(
            "<html><head><title>t \(word)1</title><style>s \(word)2</style></head><!-- c \(word)3 -->"
                + "<a href=\"https://x/?a=1&amp;k=\(word)4\">l</a><input value='\(word)5' alt=\(word)6>"
                + "<script>k='\(word)7'"
                + "; if (a</b) {}</script>text")
        #expect(mail.part("1", view: .rendered)?.text == "ltext")
        let lines = mail.part("1", view: .markup)?.text.split(separator: "\n").map(String.init) ?? []
        #expect(
            lines == [
                "t \(word)1", "s \(word)2", " c \(word)3 ", "https://x/?a=1&k=\(word)4", "\(word)5", "\(word)6",
                "k='\(word)7'; if (a</b) {}",
            ])
    }

    @Test(
        "Nothing is lost where HTML is broken",
        arguments: ["<p>WORD", "<a href=\"WORD", "<!-- WORD", "a < b WORD", "<style>WORD"])
    func broken(html: String) {
        #expect(read(html.replacing("WORD", with: word)).count(of: word) == 1)
    }

    @Test("Links that gateways rewrote are told as they were")
    func links() {
        let hook = "https://hooks.example.com/services/T0/B0/" + word
        let encoded = hook.replacing(":", with: "%3A").replacing("/", with: "%2F")
        let safe = "https://eur01.safelinks.protection.outlook.com/?url=\(encoded)&amp;data=05%7C01&amp;reserved=0"
        let second =
            "https://urldefense.proofpoint.com/v2/url?u="
            + hook.replacing(":", with: "-3A").replacing("/", with: "_") + "&d=DwMF"
        let third = "https://urldefense.com/v3/__" + hook.replacing("T0", with: "*0") + "__;VA!!abc$"
        for link in [safe, second, third] {
            let mail = read("<a href=\"\(link)\">x</a>")
            #expect(mail.part("1", view: .links)?.text == hook + "\n", "\(link)")
        }
        let twice = "https://urldefense.com/v3/__" + safe.replacing("&amp;", with: "&") + "__;!!abc$"
        let plain = ReadMail(.message, Sample.message("", "see \(twice) there\n"))
        #expect(plain.part("1", view: .links)?.text == hook + "\n")
        #expect(plain.part("1", view: .links)?.part.firstLine == 1)
    }

    @Test("A view that waits is bounded, and lines go on behind it")
    func longMarkup() throws {
        let row = "<p title=\"" + String(repeating: "m", count: 500) + "\">line</p>\n"
        let mail = read(String(repeating: row, count: 6000) + "<p>\(word)</p>")
        let rendered = mail.parts.filter { $0.part.view == .rendered }
        #expect(rendered.count > 1)
        let part = try #require(rendered.last)
        #expect(part.text.contains(word))
        let line =
            part.part.firstLine
            + part.text[..<(try #require(part.text.firstRange(of: word))).lowerBound]
            .count { $0 == "\n" }
        #expect(line == 6001)
        #expect(mail.count(of: "line\n") == 6000)
    }
}
