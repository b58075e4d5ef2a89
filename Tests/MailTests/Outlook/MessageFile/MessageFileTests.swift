import Blobs
import Testing

@testable import Mail

@Suite struct MessageFileTests {
    static let recipient = MessageWriter.recipient(0)
    static let plain = "Access key: " + String(repeating: "0123456789", count: 20)

    static func writer() -> MessageWriter {
        var writer = MessageWriter()
        // 2024-03-05T09:12:00Z.
        writer.add(
            numbers: [0x0039_0040: (1_709_629_920 + 11_644_473_600) * 10_000_000, 0x0E07_0003: 8],
            values: [
                (0x0037_001F, Little.utf16("Déploy")), (0x1000_001F, Little.utf16(plain)),
                (0x1013_0102, Array("<p>html</p>".utf8)),
                (0x1009_0102, RichTextWriter.compressed(Array("{\\rtf1\\fromhtml1 {\\*\\htmltag <i>}rich}".utf8))),
                (0x0042_001F, Little.utf16("Ann")), (0x0065_001F, Little.utf16("/O=ORG/CN=ANN")),
                (0x5D02_001F, Little.utf16("Ann@Corp.example")), (0x1035_001F, Little.utf16("<c05@corp.example>")),
                (
                    0x007D_001F,
                    Little.utf16(
                        "Received: from x by y\r\n for <bob@corp.example>; now\r\nList-Id: Dev <dev.corp.example>\r\n")
                ),
                (0x0071_0102, [UInt8](repeating: 0xAB, count: 27)), (0x8005_001E, Array("named text".utf8)),
            ])
        writer.add(
            [recipient], numbers: [0x0C15_0003: 2],
            values: [(0x3001_001F, Little.utf16("Bob")), (0x39FE_001F, Little.utf16("BOB@corp.example"))])
        writer.add(
            [MessageWriter.recipient(1)], numbers: [0x0C15_0003: 3],
            values: [(0x3001_001E, Array("carol@vendor.example".utf8))])
        let first = MessageWriter.attachment(0)
        writer.add(
            [first], numbers: [0x3705_0003: 1],
            values: [(0x3707_001F, Little.utf16("credentials.csv")), (0x3701_0102, MemorySource.pattern(9000))])
        let second = MessageWriter.attachment(1)
        writer.add([second], numbers: [0x3705_0003: 5], values: [(0x3001_001F, Little.utf16("inner"))])
        let inner = [second, "__substg1.0_3701000D"]
        writer.add(
            inner, values: [(0x0037_001E, Array("Inner".utf8)), (0x1000_001E, Array("inner body".utf8))])
        writer.add(
            inner + [first], numbers: [0x3705_0003: 1],
            values: [(0x3704_001E, Array("a.txt".utf8)), (0x3701_0102, Array("inner file".utf8))])
        let third = MessageWriter.attachment(2)
        writer.add([third], numbers: [0x3705_0003: 6])
        writer.add(stream: [third, "__substg1.0_3701000D", "Ole", "CONTENTS"], Array("object".utf8))
        writer.add(stream: ["__substg1.0_8006101F"], Little.four(4) + Little.four(4))
        writer.add(stream: ["__substg1.0_8006101F-00000000"], Little.utf16("one"))
        writer.add(stream: ["__substg1.0_8006101F-00000001"], Little.utf16("two"))
        return writer
    }

    @Test(arguments: [1, 7, 4096]) func everythingIsTold(piece: Int) throws {
        let reading = try OutlookReading(.message, Self.writer().bytes(), piece: piece)
        #expect(reading.errors.isEmpty)
        #expect(
            reading.parts.map(\.section) == [
                "H", "1.1", "1.2", "1.3", "T", "2", "3.H", "3.1", "3.2", "4.1",
            ])
        #expect(
            reading.parts.map(\.kind) == [
                .header, .text, .html, .html, .properties, .attachment, .header, .text, .attachment, .attachment,
            ])
        #expect(reading.text("1.1") == Self.plain)
        #expect(reading.text("1.2") == "<p>html</p>")
        #expect(reading.text("1.3") == "<i>rich")
        #expect(reading.text("T") == "named text\none\ntwo\n")
        #expect(reading.parts[5].bytes == MemorySource.pattern(9000))
        #expect(reading.parts[5].name == "credentials.csv")
        #expect(reading.parts[5].part.size == 9000)
        #expect(reading.text("3.1") == "inner body")
        #expect(reading.text("3.2") == "inner file")
        #expect(reading.parts[9].name == "Ole/CONTENTS")
        let header = try #require(reading.text("H"))
        #expect(header.contains("From: Ann <Ann@Corp.example> </O=ORG/CN=ANN>\n"))
        #expect(header.contains("Cc: Bob <BOB@corp.example>\n"))
        #expect(header.contains("Subject: Déploy\n"))
        #expect(header.contains("List-Id: Dev <dev.corp.example>"))
    }

    @Test func messageIsFilled() throws {
        let reading = try OutlookReading(.message, Self.writer().bytes())
        let message = reading.parts[0].part.origin.message
        #expect(message.identifier == "c05@corp.example")
        #expect(message.date == 1_709_629_920)
        #expect(message.subject == "Déploy")
        #expect(message.from == [MailAddress(address: "ann@corp.example", name: "Ann")])
        #expect(message.cc == [MailAddress(address: "bob@corp.example", name: "Bob")])
        #expect(message.bcc == [MailAddress(address: "carol@vendor.example")])
        #expect(message.deliveredTo == [MailAddress(address: "bob@corp.example")])
        #expect(message.lists == ["dev.corp.example"])
        #expect(message.states == [.draft])
        #expect(message.thread == String(repeating: "ab", count: 22))
        let inner = reading.parts[7].part.origin
        #expect(inner.message.subject == "Inner")
        #expect(inner.message.enclosedIn == "c05@corp.example")
        #expect(inner.message.identifier.count == 13)
        #expect(inner.enclosing == [message])
    }

    @Test func compoundFilesWithoutAMessageAreRefused() throws {
        var writer = CompoundWriter()
        writer.add(["WordDocument"], [1, 2, 3])
        let error = #expect(throws: OutlookError.self) { try OutlookReading(.message, writer.bytes()) }
        #expect(error?.reason == .otherFormat)
    }

    @Test func kindsAreDetected() {
        func kind(_ first: [UInt8]) -> OutlookKind? { OutlookReader.detect(first: first.span) }
        #expect(kind([0x78, 0x9F, 0x3E, 0x22]) == .tnef)
        #expect(kind(Array("!BDNxxxxSM".utf8)) == .store)
        #expect(kind(Array("!BDNxxxx".utf8)) == nil)
        #expect(kind(CompoundHeader.signature) == nil)
        #expect(kind([]) == nil)
    }

    @Test func depthHasALimit() throws {
        var writer = MessageWriter()
        var path: [String] = []
        for _ in 0..<70 {
            writer.add(path, values: [(0x1000_001E, Array("body".utf8))])
            let attachment = path + [MessageWriter.attachment(0)]
            writer.add(attachment, numbers: [0x3705_0003: 5])
            path = attachment + ["__substg1.0_3701000D"]
        }
        let reading = try OutlookReading(.message, writer.bytes())
        #expect(reading.errors.map(\.reason) == [.tooDeep])
        #expect(reading.parts.count { $0.kind == .header } == OutlookReader.mostLevels)
    }

    @Test func damageInOnePartCostsNoOther() throws {
        var bytes = Self.writer().bytes()
        // The large attachment begins in sector 0 of the file; its chain now ends behind that.
        let table = (bytes.word32(76) ?? 0) * 512 + 512
        bytes.replaceSubrange(table..<table + 4, with: Little.four(0xFFFF_FFFE))
        let reading = try OutlookReading(.message, bytes)
        let attachment = try #require(reading.parts.first { $0.section == "2" })
        #expect(attachment.error?.reason == .truncated)
        #expect(attachment.error?.section == "2")
        #expect(attachment.bytes == Array(MemorySource.pattern(9000)[..<512]))
        #expect(reading.text("3.2") == "inner file")
    }

    @Test func missingDataIsAnError() throws {
        var writer = MessageWriter()
        writer.add(values: [(0x1000_001E, Array("body".utf8)), (0x1009_0102, [1, 2, 3])])
        writer.add([MessageWriter.attachment(0)], numbers: [0x3705_0003: 1])
        writer.add([MessageWriter.attachment(1)], values: [(0x3701_0102, Array("data".utf8))])
        let reading = try OutlookReading(.message, writer.bytes())
        #expect(reading.errors.map(\.reason) == [.truncated, .malformed])
        #expect(reading.errors.map(\.section) == ["1", "2"])
        #expect(reading.text("3") == "data")
    }

    @Test func codePagesAreTold() throws {
        var writer = MessageWriter()
        writer.add(
            numbers: [0x3FFD_0003: 932, 0x3FDE_0003: 50220],
            values: [(0x1000_001E, Array("body".utf8)), (0x1013_0102, Array("<p>html".utf8))])
        let reading = try OutlookReading(.message, writer.bytes())
        #expect(reading.parts.map(\.part.codePage) == [nil, 932, 50220])
    }

    @Test func wideHTMLIsSeen() throws {
        for mark in [[], [0xFF, 0xFE]] as [[UInt8]] {
            var writer = MessageWriter()
            writer.add(values: [(0x1013_0102, mark + Little.utf16("<p>html</p>"))])
            let reading = try OutlookReading(.message, writer.bytes())
            #expect(reading.text("1") == "<p>html</p>")
            #expect(reading.parts.last?.part.codePage == nil)
        }
    }

    @Test func unreadableSubjectIsAnError() throws {
        var writer = MessageWriter()
        writer.add(values: [(0x0037_001E, MemorySource.pattern(5000)), (0x1000_001E, Array("body".utf8))])
        var bytes = writer.bytes()
        let table = (bytes.word32(76) ?? 0) * 512 + 512
        bytes.replaceSubrange(table..<table + 4, with: Little.four(0xFFFF_FFFE))
        let reading = try OutlookReading(.message, bytes)
        #expect(reading.errors.map(\.section) == ["H"])
        #expect(reading.text("1") == "body")
    }

    @Test func longSubjectIsTold() throws {
        var writer = MessageWriter()
        let subject = String(repeating: "s", count: 20_000) + "end"
        writer.add(values: [(0x0037_001F, Little.utf16(subject)), (0x1000_001E, Array("body".utf8))])
        let reading = try OutlookReading(.message, writer.bytes())
        #expect(reading.text("T") == subject + "\n")
        #expect(reading.text("H")?.utf8.count == "Subject: \n".utf8.count + PropertyBag.mostShortText / 2)
    }

    @Test func streamsThatNothingLeadsToAreFragments() throws {
        var writer = MessageWriter()
        writer.add(values: [(0x1000_001E, Array("body".utf8))])
        writer.add(stream: ["lost", "stream"], Array("found still".utf8))
        var bytes = writer.bytes()
        let directory = (bytes.word32(48) ?? 0) * 512 + 512
        let storage = try #require((1..<8).first { bytes.word8(directory + $0 * 128 + 66) == 1 })
        bytes.replaceSubrange(
            directory + storage * 128 + 76..<directory + storage * 128 + 80, with: Little.four(0xFFFF))
        let reading = try OutlookReading(.message, bytes)
        #expect(reading.parts.last?.text == "found still")
        #expect(reading.parts.last?.kind == .fragment)
    }

    @Test func damageNeverTraps() {
        var generator = OutlookRandom(seed: 3)
        let bytes = Self.writer().bytes()
        for _ in 0..<40 {
            guard let reading = try? OutlookReading(.message, Mutation.damaged(bytes, &generator)) else { continue }
            #expect(!reading.errors.contains { $0.offset == -1 })
        }
    }
}
