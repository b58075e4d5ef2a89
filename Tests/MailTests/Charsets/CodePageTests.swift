import Testing

@testable import Mail

@Suite struct CodePageTests {
    @Test(arguments: [
        (37, MailCharset.ebcdic(.page037)), (500, .ebcdic(.page500)), (1047, .ebcdic(.page1047)),
        (1140, .ebcdic(.page037)), (1148, .ebcdic(.page500)), (437, .opaque), (932, .opaque), (936, .opaque),
        (949, .opaque), (950, .opaque), (1200, .wide), (1201, .wide), (1252, .latin), (1258, .latin), (1361, .opaque),
        (12000, .wide), (20127, .utf8), (20866, .opaque), (28591, .latin), (28605, .latin), (38598, .latin),
        (50220, .iso2022), (50222, .iso2022), (50225, .iso2022), (50227, .iso2022), (51932, .opaque), (52936, .hz),
        (54936, .opaque), (65000, .utf7), (65001, .utf8), (-1, .opaque), (Int.max, .opaque),
    ])
    func charsets(page: Int, charset: MailCharset) {
        #expect(MailCharset(codePage: page) == charset)
    }

    @Test(
        "A text of mail and one of a message file are read by the same table",
        arguments: [
            (65000, Array("key+AD0-+-x+AC8-y".utf8), "key=+x/y"),
            (50220, [0x1B, 0x24, 0x42, 0x24, 0x22, 0x1B, 0x28, 0x42] + Array("key".utf8), "?key"),
            (52936, Array("~{VPND~}key~~".utf8), "??key~"),
            (37, [0x92, 0x85, 0xA8, 0x7E, 0xF1], "key=1"),
            (1252, Array("key".utf8) + [0xA0] + Array("= 1".utf8), "key = 1"),
            (65001, Array("key\u{A0}= 1".utf8), "key = 1"),
            (932, [0x82, 0xA0] + Array("key".utf8), nil),
        ])
    func bodies(page: Int, bytes: [UInt8], text: String?) throws {
        for long in [0, 70_000] {
            var writer = MessageWriter()
            let filler = [UInt8](repeating: page == 37 ? 0x40 : 0x20, count: long)
            writer.add(
                numbers: [0x3FFD_0003: page],
                values: [(0x0037_001E, bytes), (0x1000_001E, filler + bytes), (0x8001_001E, bytes)])
            let reading = try OutlookReading(.message, writer.bytes(), piece: long == 0 ? 1 : 1000)
            let blanks = [UInt8](repeating: 0x20, count: long)
            let expected = text.map { Array($0.utf8) } ?? bytes
            #expect(reading.parts.first { $0.section == "1" }?.bytes == blanks + expected)
            #expect(reading.parts.first { $0.section == "1" }?.part.codePage == page)
            #expect(reading.parts.first { $0.section == "T" }?.bytes == expected + [0x0A])
            if page != 932, page != 1252 {
                let subject = reading.parts.first?.part.origin.message.subject
                #expect(subject?.replacing("\u{A0}", with: " ") == text)
            }
        }
    }

    @Test("HTML has a code page of its own")
    func html() throws {
        var writer = MessageWriter()
        writer.add(
            numbers: [0x3FFD_0003: 1252, 0x3FDE_0003: 65000],
            values: [(0x1000_001E, Array("a+AD0-b".utf8)), (0x1013_0102, Array("<p>a+AD0-b</p>".utf8))])
        let reading = try OutlookReading(.message, writer.bytes())
        #expect(reading.text("1.1") == "a+AD0-b")
        #expect(reading.text("1.2") == "<p>a=b</p>")
    }

    @Test("ASCII that is said to be EBCDIC is left as it is")
    func wrongPage() throws {
        var writer = MessageWriter()
        writer.add(numbers: [0x3FFD_0003: 500], values: [(0x1000_001E, Array("plain text".utf8))])
        #expect(try OutlookReading(.message, writer.bytes()).text("1") == "plain text")
    }
}
