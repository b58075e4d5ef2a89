import Testing

@testable import Mail

@Suite struct RichTextTests {
    static func decompressed(_ bytes: [UInt8]) throws(OutlookError) -> [UInt8] {
        let content = try RichTextDecompressor(BytesInMemory(bytes, offset: 0))
        var all: [UInt8] = []
        while let piece = try content.next() { all += piece }
        return all
    }

    static func text(_ rich: String, form: RichTextForm = .native, piece: Int = .max) -> String {
        var converter = RichTextConverter(form: form)
        var output: [UInt8] = []
        var rest = Array(rich.utf8)[...]
        while !rest.isEmpty {
            converter.convert(Array(rest.prefix(piece)), into: &output)
            rest = rest.dropFirst(piece)
        }
        return String(decoding: output, as: UTF8.self)
    }

    @Test func dictionaryHasItsLength() {
        #expect(RichTextDecompressor.dictionary.count == 207)
    }

    /// [MS-OXRTFCP] section 4.1.1.
    @Test func publishedExample() throws {
        let bytes: [UInt8] = [
            0x2D, 0x00, 0x00, 0x00, 0x2B, 0x00, 0x00, 0x00, 0x4C, 0x5A, 0x46, 0x75, 0xF1, 0xC5, 0xC7, 0xA7, 0x03, 0x00,
            0x0A, 0x00, 0x72, 0x63, 0x70, 0x67, 0x31, 0x32, 0x35, 0x42, 0x32, 0x0A, 0xF3, 0x20, 0x68, 0x65, 0x6C, 0x09,
            0x00, 0x20, 0x62, 0x77, 0x05, 0xB0, 0x6C, 0x64, 0x7D, 0x0A, 0x80, 0x0F, 0xA0,
        ]
        let text = String(decoding: try Self.decompressed(bytes), as: UTF8.self)
        #expect(text == "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n")
    }

    /// [MS-OXRTFCP] section 4.1.2: a reference that overlaps what it writes.
    @Test func publishedExampleWithOverlap() throws {
        let bytes: [UInt8] = [
            0x1A, 0x00, 0x00, 0x00, 0x1C, 0x00, 0x00, 0x00, 0x4C, 0x5A, 0x46, 0x75, 0xE2, 0xD4, 0x4B, 0x51, 0x41, 0x00,
            0x04, 0x20, 0x57, 0x58, 0x59, 0x5A, 0x0D, 0x6E, 0x7D, 0x01, 0x0E, 0xB0,
        ]
        let text = String(decoding: try Self.decompressed(bytes), as: UTF8.self)
        #expect(text == "{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}")
    }

    @Test func longTextsComeBack() throws {
        var generator = OutlookRandom(seed: 5)
        let words = ["alpha ", "beta", "\\par\r\n", "{\\b gamma}", "delta-delta ", "x"]
        var text: [UInt8] = Array("{\\rtf1 ".utf8)
        while text.count < 4500 { text += Array(words[Int.random(in: 0..<6, using: &generator)].utf8) }
        #expect(try Self.decompressed(RichTextWriter.compressed(text)) == text)
        #expect(try Self.decompressed(RichTextWriter.uncompressed(text)) == text)
    }

    @Test func otherBytesAreRefused() {
        let error = #expect(throws: OutlookError.self) { try Self.decompressed([UInt8](repeating: 1, count: 40)) }
        #expect(error?.reason == .malformed)
        let short = #expect(throws: OutlookError.self) { try Self.decompressed([1, 2]) }
        #expect(short?.reason == .truncated)
    }

    @Test(arguments: [1, 3, .max]) func nativeText(piece: Int) {
        let rich = """
            {\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}{\\*\\generator Word;}
            \\pard\\plain Key\\tab = {\\b ab}c\\'e9\\u8364?\\u-10179?\\u-8704?\\par
            x\\{y\\}\\\\z\\~\\_{\\pict 0123456789}\\bin3 }}}w\\line
            {\\field{\\*\\fldinst HYPERLINK "http://a.example/"}{\\fldrslt here}}{\\*\\unknown no}\\uc0\\u233q}
            """
        #expect(
            Self.text(rich, piece: piece)
                == "Key\t= abcé€😀\nx{y}\\z -w\nHYPERLINK \"http://a.example/\"hereéq")
    }

    /// A form as [MS-OXRTFEX] describes it.
    @Test(arguments: [1, 7, .max]) func encapsulatedHTML(piece: Int) {
        let rich = """
            {\\rtf1\\ansi\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}}
            {\\*\\htmltag64 <html>}\\htmlrtf {\\htmlrtf0 {\\*\\htmltag84 <b a="\\'31">}\\htmlrtf {\\b\\htmlrtf0 bo
            ld\\htmlrtf no}\\htmlrtf0 {\\*\\htmltag92 </b>}{\\*\\mhtmltag84 <c>}
            {\\*\\htmltag84 &lt;}\\htmlrtf <\\htmlrtf0
            \\par x{\\*\\htmltag </html>}}
            """
        #expect(RichTextForm(Array(rich.utf8)) == .html)
        #expect(Self.text(rich, form: .html, piece: piece) == "<html><b a=\"1\">bold</b>&lt;\nx</html>")
    }

    @Test func depthIsNoDanger() {
        let deep =
            String(repeating: "{\\b ", count: 50_000) + "inside" + String(repeating: "}", count: 60_000) + "after"
        #expect(Self.text(deep) == "insideafter")
    }

    @Test func damageNeverTraps() {
        var generator = OutlookRandom(seed: 2)
        let text = Array(
            "{\\rtf1\\fromhtml1 {\\*\\htmltag64 <p>}\\u12345 ?\\'4a\\bin12 abcdefghijkl\\par end\\uc3 }".utf8)
        let compressed = RichTextWriter.compressed(text + text + text)
        for _ in 0..<150 {
            guard let content = try? RichTextContent(BytesInMemory(Mutation.damaged(compressed, &generator), offset: 0))
            else { continue }
            while let piece = try? content.next() { _ = piece }
        }
    }
}
