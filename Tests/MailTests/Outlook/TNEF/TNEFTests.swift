import Blobs
import Testing

@testable import Mail

@Suite struct TNEFTests {
    static func bytes() -> [UInt8] {
        var inner = TNEFWriter()
        inner.add(TNEFAttribute.subject, Array("Inner\0".utf8))
        inner.add(TNEFAttribute.body, Array("inner body\0".utf8))
        var writer = TNEFWriter()
        writer.add(TNEFAttribute.codePage, Little.four(1252) + Little.four(0))
        writer.add(TNEFAttribute.subject, Array("Old subject\0".utf8))
        writer.add(
            TNEFAttribute.from,
            Little.two(4) + Little.two(0) + Little.two(4) + Little.two(22)
                + Array("Ann\0SMTP:ann@corp.example\0".utf8))
        // 2024-03-05 09:12:00.
        writer.add(TNEFAttribute.dateSent, [2024, 3, 5, 9, 12, 0, 2].flatMap { Little.two($0) })
        let named =
            [UInt8](repeating: 7, count: 16) + Little.four(1) + Little.four(6) + Little.utf16("ab") + [0, 0, 0, 0]
        writer.add(
            TNEFAttribute.messageProperties,
            TNEFWriter.list([
                (0x0037_001F, TNEFWriter.text("Subject")), (0x0E07_0003, Little.four(8)), (0x000B_000B, Little.four(1)),
                (0x0039_0102, TNEFWriter.data([1, 2, 3])), (0x1234_1003, Little.four(2) + Little.eight(5)),
                (0x8001_001F, named + TNEFWriter.text("named")), (0x1235_0048, [UInt8](repeating: 1, count: 16)),
                (0x1009_0102, TNEFWriter.data(RichTextWriter.compressed(Array("{\\rtf1 only rich}".utf8)))),
            ]))
        writer.add(
            TNEFAttribute.recipientTable,
            Little.four(2)
                + TNEFWriter.list([(0x0C15_0003, Little.four(1)), (0x39FE_001F, TNEFWriter.text("bob@corp.example"))])
                + TNEFWriter.list([
                    (0x0C15_0003, Little.four(2)), (0x3003_001E, TNEFWriter.data(Array("c@v.example\0".utf8))),
                ]))
        writer.add(TNEFAttribute.renderingData, level: 2, [UInt8](repeating: 0, count: 14))
        writer.add(TNEFAttribute.attachmentTitle, level: 2, Array("CREDEN~1.CSV\0".utf8))
        writer.add(TNEFAttribute.attachmentData, level: 2, Array("id,key".utf8))
        writer.add(
            TNEFAttribute.attachmentProperties, level: 2,
            TNEFWriter.list([(0x3707_001F, TNEFWriter.text("credentials.csv"))]))
        writer.add(TNEFAttribute.renderingData, level: 2, [UInt8](repeating: 0, count: 14))
        let interface: [UInt8] = [7, 3, 2, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46]
        writer.add(
            TNEFAttribute.attachmentProperties, level: 2,
            TNEFWriter.list([
                (0x3705_0003, Little.four(5)), (0x3701_000D, TNEFWriter.data(interface + inner.bytes)),
            ]))
        return writer.bytes
    }

    @Test func everythingIsTold() throws {
        let reading = try OutlookReading(.tnef, Self.bytes())
        #expect(reading.errors.isEmpty)
        #expect(reading.parts.map(\.section) == ["H", "1", "T", "2", "3.H", "3.1"])
        #expect(reading.parts.map(\.kind) == [.header, .rtf, .properties, .attachment, .header, .text])
        #expect(reading.text("1") == "only rich")
        #expect(reading.text("T") == "named\n")
        #expect(reading.text("2") == "id,key")
        #expect(reading.parts[3].name == "credentials.csv")
        #expect(reading.text("3.1") == "inner body")
        let message = reading.parts[0].part.origin.message
        #expect(message.subject == "Subject")
        #expect(message.from == [MailAddress(address: "ann@corp.example", name: "Ann")])
        #expect(message.to == [MailAddress(address: "bob@corp.example")])
        #expect(message.cc == [MailAddress(address: "c@v.example")])
        #expect(message.states == [.draft])
        #expect(reading.parts[4].part.origin.message.subject == "Inner")
    }

    @Test func dateOfTheAttribute() throws {
        var writer = TNEFWriter()
        writer.add(TNEFAttribute.dateSent, [2024, 3, 5, 9, 12, 0, 2].flatMap { Little.two($0) })
        let reading = try OutlookReading(.tnef, writer.bytes)
        #expect(reading.parts[0].part.origin.message.date == 1_709_629_920)
    }

    @Test func whatFollowsDamageIsAFragment() throws {
        var writer = TNEFWriter()
        writer.add(TNEFAttribute.body, Array("body\0".utf8))
        let reading = try OutlookReading(.tnef, writer.bytes + Array("rest without a level".utf8))
        #expect(reading.errors.map(\.reason) == [.malformed])
        #expect(reading.parts.map(\.text) == ["", "body", "rest without a level"])
        #expect(reading.parts.last?.part.origin.message.states == [.unallocated])
    }

    @Test func otherFilesAreRefused() {
        let error = #expect(throws: OutlookError.self) { try OutlookReading(.tnef, Array("no TNEF here".utf8)) }
        #expect(error?.reason == .otherFormat)
        #expect(throws: OutlookError.self) { try OutlookReading(.tnef, [1]) }
    }

    @Test func nestingHasALimit() throws {
        let interface: [UInt8] = [7, 3, 2, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46]
        var bytes = TNEFWriter().bytes
        for _ in 0..<100 {
            var writer = TNEFWriter()
            writer.add(TNEFAttribute.renderingData, level: 2, [0])
            writer.add(
                TNEFAttribute.attachmentProperties, level: 2,
                TNEFWriter.list([(0x3701_000D, TNEFWriter.data(interface + bytes))]))
            bytes = writer.bytes
        }
        let reading = try OutlookReading(.tnef, bytes)
        #expect(reading.errors.map(\.reason) == [.tooDeep])
        #expect(reading.parts.count == OutlookReader.mostLevels)
    }

    @Test func damageNeverTraps() {
        var generator = OutlookRandom(seed: 4)
        let bytes = Self.bytes()
        for _ in 0..<100 {
            guard let reading = try? OutlookReading(.tnef, Mutation.damaged(bytes, &generator)) else { continue }
            #expect(!reading.errors.contains { $0.offset == -1 })
        }
    }
}
