import Blobs
import Testing

@testable import Mail

@Suite struct StoreTests {
    static let body = String(repeating: "Body text with a key in it. ", count: 90)
    static let file = MemorySource.pattern(9000) + [UInt8](repeating: 0, count: 3000)

    /// Folders `Top/Inbox/Ops` and `Top/Deleted`, a message with everything, a short one, and blocks in no tree.
    static func writer(_ layout: StoreLayout, _ cipher: StoreCipher, compressesLast: Bool = true) -> StoreWriter {
        var writer = StoreWriter(layout, cipher)
        writer.compressesLast = compressesLast
        let entry = [UInt8](repeating: 0, count: 20)
        let nodes = [
            writer.properties(
                StoreNodeType.store,
                values: [(0x35E0_0102, entry + Little.four(0x8022)), (0x35E3_0102, entry + Little.four(0x80A2))]),
            writer.properties(
                StoreNodeType.rootFolder, parent: StoreNodeType.rootFolder,
                values: [
                    (
                        0x36D8_1102,
                        Little.four(5) + [24, 24, 24, 24, 24].flatMap { Little.four($0) } + entry
                            + Little.four(0x8062)
                    )
                ]),
            writer.properties(
                0x8022, parent: StoreNodeType.rootFolder, values: [(0x3001_001F, Little.utf16("Top"))]),
            writer.properties(0x8042, parent: 0x8022, values: [(0x3001_001F, Little.utf16("Inbox"))]),
            writer.properties(0x8062, parent: 0x8042, values: [(0x3001_001F, Little.utf16("Ops"))]),
            writer.properties(0x80A2, parent: 0x8022, values: [(0x3001_001F, Little.utf16("Deleted"))]),
        ]
        for node in nodes { writer.node(node) }
        let innerFile = writer.properties(
            0x8025, numbers: [0x3705_0003: 1],
            values: [(0x3707_001F, Little.utf16("inner.txt")), (0x3701_0102, Array("inner file".utf8))])
        let inner = writer.properties(
            0x200004, values: [(0x0037_001E, Array("Inner".utf8)), (0x1000_001E, Array("inner body".utf8))],
            subnodes: [innerFile])
        let attached = writer.properties(0x8045, numbers: [0x3705_0003: 5], object: inner)
        let large = writer.properties(
            0x8065, numbers: [0x3705_0003: 1],
            values: [(0x3707_001F, Little.utf16("credentials.csv")), (0x3701_0102, Self.file)], isDeep: true)
        let people = [(1, "Bob", "Bob@corp.example"), (3, "carol@vendor.example", "")]
        let recipients = writer.recipients(people, isLong: true)
        writer.node(
            writer.properties(
                0x200024, parent: 0x8062,
                numbers: [0x0039_0040: (1_709_629_920 + 11_644_473_600) * 10_000_000, 0x0E07_0003: 1],
                values: [
                    (0x0037_001F, Little.utf16("\u{1}\u{5}RE: Deploy")), (0x1000_001F, Little.utf16(Self.body)),
                    (0x1009_0102, RichTextWriter.compressed(Array("{\\rtf1\\fromtext rich only}".utf8))),
                    (0x1035_001F, Little.utf16("<c05@corp.example>")),
                    (0x8001_101F, Little.four(2) + Little.four(12) + Little.four(18) + Little.utf16("onetwo")),
                ], subnodes: [attached, large, recipients]))
        let short = writer.recipients([(2, "Dan", "dan@corp.example")], isLong: false)
        writer.node(
            writer.properties(
                0x200044, parent: 0x80A2,
                values: [(0x1000_001E, Array("second body".utf8)), (0x7C08_0102, Array("<settings/>".utf8))],
                subnodes: [short]))
        _ = writer.block(Array("deleted text, kept in ".utf8), isFree: true)
        _ = writer.block(Array("two free blocks".utf8), isFree: true)
        writer.node(writer.properties(0x61))
        let rich = RichTextWriter.compressed(Array("{\\rtf1\\fromtext deleted and only rich}".utf8))
        _ = writer.block([1, 2, 3] + rich, isFree: true)
        return writer
    }

    static func bytes(_ layout: StoreLayout, _ cipher: StoreCipher, compressesLast: Bool = true) -> [UInt8] {
        var writer = writer(layout, cipher, compressesLast: compressesLast)
        return writer.finish()
    }

    static func reading(_ bytes: [UInt8]) throws(OutlookError) -> OutlookReading {
        let source = MemorySource(bytes: bytes)
        let reader = try OutlookReader(
            .store, size: bytes.count, inflate: Zlib.inflate, read: source.read)
        return OutlookReading(reader)
    }

    @Test(arguments: [StoreCipher.none, .permute, .cyclic]) func compressedBlocksMayBeHidden(cipher: StoreCipher) throws
    {
        let reading = try Self.reading(Self.bytes(.large, cipher, compressesLast: false))
        #expect(reading.errors.isEmpty)
        #expect(reading.text("1.1") == Self.body)
        #expect(reading.parts.first { $0.section == "3" }?.bytes == Self.file)
    }

    @Test(arguments: [StoreLayout.narrow, .wide, .large], [StoreCipher.none, .permute, .cyclic])
    func everythingIsTold(layout: StoreLayout, cipher: StoreCipher) throws {
        let reading = try Self.reading(Self.bytes(layout, cipher))
        #expect(reading.errors.isEmpty)
        #expect(reading.parts.allSatisfy { $0.error == nil })
        let messages = reading.parts.filter { $0.kind != .fragment }
        #expect(
            messages.map(\.section) == ["H", "1.1", "1.2", "T", "2.H", "2.1", "2.2", "3", "H", "1", "T"])
        #expect(
            messages.map(\.kind) == [
                .header, .text, .text, .properties, .header, .text, .attachment, .attachment, .header, .text,
                .properties,
            ])
        #expect(messages[1].text == Self.body)
        #expect(messages[2].text == "rich only")
        #expect(messages[3].text == "one\ntwo\n")
        #expect(messages[5].text == "inner body")
        #expect(messages[6].text == "inner file")
        #expect(messages[7].bytes.elementsEqual(Self.file))
        #expect(messages[7].name == "credentials.csv")
        #expect(messages[9].text == "second body")
        #expect(messages[10].text == "<settings/>\n")
        let message = messages[1].part.origin.message
        #expect(message.folders == ["Inbox/Ops"])
        #expect(message.states == [.spam])
        #expect(message.identifier == "c05@corp.example")
        #expect(message.date == 1_709_629_920)
        #expect(message.subject == "RE: Deploy")
        #expect(message.to == [MailAddress(address: "bob@corp.example", name: "Bob")])
        #expect(message.bcc == [MailAddress(address: "carol@vendor.example")])
        #expect(messages[5].part.origin.enclosing == [message])
        let second = messages[9].part.origin.message
        #expect(second.states == [.trash])
        #expect(second.folders == ["Deleted"])
        #expect(second.cc == [MailAddress(address: "dan@corp.example", name: "Dan")])
        let fragments = reading.parts.filter { $0.kind == .fragment }
        #expect(fragments.contains { $0.text == "deleted text, kept in two free blocks" })
        #expect(fragments.contains { $0.text == "deleted and only rich" })
        #expect(fragments.allSatisfy { $0.part.origin.message.states == [.unallocated] })
    }

    @Test func publishedTable() {
        #expect(StoreCipherTables.first.prefix(4) == [65, 54, 19, 98])
        #expect(StoreCipherTables.third.prefix(8) == [0x47, 0xF1, 0xB4, 0xE6, 0x0B, 0x6A, 0x72, 0x48])
        for table in [StoreCipherTables.first, StoreCipherTables.second, StoreCipherTables.third] {
            #expect(table.sorted() == Array(0...255))
        }
    }

    @Test func otherFilesAreRefused() throws {
        let error = #expect(throws: OutlookError.self) { try Self.reading(Array("no store".utf8)) }
        #expect(error?.reason == .otherFormat)
        var bytes = Self.bytes(.wide, .permute)
        bytes[513] = 0x10
        let cipher = #expect(throws: OutlookError.self) { try Self.reading(bytes) }
        #expect(cipher == OutlookError(.unsupported, at: 513))
        bytes[10] = 99
        let version = #expect(throws: OutlookError.self) { try Self.reading(bytes) }
        #expect(version == OutlookError(.unsupported, at: 10))
    }

    @Test func withoutInflatingTheRestIsTold() throws {
        let reading = try OutlookReading(.store, Self.bytes(.large, .permute))
        let failed = reading.errors + reading.parts.compactMap(\.error)
        #expect(failed.contains { $0.reason == .unsupported })
    }

    @Test func treesThatAreLostLeaveFragments() throws {
        var bytes = Self.bytes(.wide, .permute)
        for (index, byte) in Little.eight(bytes.count * 2).enumerated() { bytes[224 + index] = byte }
        for (index, byte) in Little.eight(64).enumerated() { bytes[240 + index] = byte }
        let reading = try Self.reading(bytes)
        #expect(!reading.errors.isEmpty)
        let wide = Little.utf16(Self.body).prefix(4000)
        let all = reading.parts.flatMap(\.bytes)
        #expect(Self.contains(all, Array(wide)))
        #expect(Self.contains(all, Array("deleted text, kept in two free blocks".utf8)))
    }

    @Test func pagesInACycleEnd() throws {
        var bytes = Self.bytes(.wide, .none)
        let root = bytes.word32(240) ?? 0
        // All entries of the root of the tree of blocks lead to the root.
        for entry in 0..<12 {
            for (index, byte) in Little.eight(root).enumerated() { bytes[root + entry * 24 + 16 + index] = byte }
        }
        let reading = try Self.reading(bytes)
        #expect(reading.errors.contains { $0.reason == .malformed })
        #expect(!reading.parts.isEmpty)
    }

    @Test(arguments: [StoreLayout.narrow, .wide, .large]) func damageNeverTraps(layout: StoreLayout) {
        var generator = OutlookRandom(seed: 6)
        let bytes = Self.bytes(layout, .permute)
        for _ in 0..<10 {
            guard let reading = try? Self.reading(Mutation.damaged(bytes, &generator)) else { continue }
            #expect(!reading.errors.contains { $0.offset == -1 })
        }
    }

    private static func contains(_ all: [UInt8], _ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first, all.count >= wanted.count else { return false }
        return (0...all.count - wanted.count).contains { start in
            all[start] == first && all[start..<start + wanted.count].elementsEqual(wanted)
        }
    }
}
