import GitObjects
import Testing

@Suite("Annotated tags")
struct TagTests {
    @Test("A real tag", arguments: ["sha1", "sha256"])
    func real(name: String) throws {
        let fixture = try GitFixture(withCommit: name)
        try fixture.run("cd r && git tag -a v1 -m 'A tag' && git tag -a v2 -m nested v1 2>/dev/null")
        let format = try #require(ObjectFormat(rawValue: name))
        let content = try fixture.object("tag", "v1")
        let tag = try Tag(content.span, format: format)
        #expect(tag.object == (try fixture.id("HEAD")))
        #expect(tag.kind == .commit)
        #expect(text(tag.name) == "v1")
        #expect(tag.tagger?.seconds == 1_700_000_000)
        #expect(text(content[tag.messageStart...]) == "A tag\n")
        let nested = try fixture.object("tag", "v2")
        let kind = try Tag(nested.span, format: format).kind
        #expect(kind == .tag)
    }

    private static let object = "object " + String(repeating: "0a", count: 20) + "\n"

    @Test("A tag of the first years has no tagger")
    func old() throws {
        let tag = try Tag(utf8(Self.object + "type blob\ntag x\n").span, format: .sha1)
        #expect(tag.tagger == nil)
        #expect(tag.kind == .blob)
        #expect(tag.messageStart == Self.object.utf8.count + 16)
    }

    @Test("What names no object is refused")
    func refused() {
        #expect(throws: ObjectParseError.missing(.object)) { try Tag(utf8("type blob\n").span, format: .sha1) }
        #expect(throws: ObjectParseError.missing(.type)) { try Tag(utf8(Self.object).span, format: .sha1) }
        #expect(throws: ObjectParseError.malformed(.type, offset: 53)) {
            try Tag(utf8(Self.object + "type blobs\n").span, format: .sha1)
        }
        let content = utf8(Self.object + "type blob\ntag x\ntagger A <a> 5 +0000\n\nm")
        for count in content.indices { _ = try? Tag(Array(content[..<count]).span, format: .sha1) }
    }
}
