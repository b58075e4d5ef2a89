import GitObjects
import Testing

@Suite("Commits")
struct CommitTests {
    @Test("A real commit", arguments: ["sha1", "sha256"])
    func real(name: String) throws {
        let fixture = try GitFixture(withCommit: name)
        try fixture.run(
            """
            cd r && git checkout -qb side && echo two >g && git add g && git commit -qm two && git checkout -q main
            echo x >h && git add h && git commit -qm three
            git -c i18n.commitEncoding=ISO-8859-1 merge -q --no-ff -m 'Join both

            Longer text.' side
            """)
        let format = try #require(ObjectFormat(rawValue: name))
        let content = try fixture.object("commit", "HEAD")
        let commit = try Commit(content.span, format: format)
        #expect(commit.tree == (try fixture.id("HEAD^{tree}")))
        #expect(commit.parents == [try fixture.id("HEAD^1"), try fixture.id("HEAD^2")])
        #expect(text(commit.author.name) == "Test Person")
        #expect(text(commit.author.email) == "test@example.invalid")
        #expect(commit.committer.seconds == 1_700_000_000)
        #expect(commit.committer.timezoneMinutes == 90)
        #expect(commit.encoding.map { text($0) } == "ISO-8859-1")
        #expect(text(content[commit.subject]) == "Join both")
        #expect(text(content[commit.messageStart...]) == "Join both\n\nLonger text.\n")
    }

    private static let tree = "tree " + String(repeating: "0a", count: 20) + "\n"

    @Test("What continues a header is no header")
    func continuedHeaders() throws {
        let signature = "gpgsig -----BEGIN\n parent \(String(repeating: "b", count: 40))\n \n tree x\n"
        let content = utf8(Self.tree + signature + "author A <a> 5 -0030\n\n\nHello\nrest")
        let commit = try Commit(content.span, format: .sha1)
        #expect(commit.parents.isEmpty)
        #expect(commit.author == Person(name: utf8("A"), email: utf8("a"), seconds: 5, timezoneMinutes: -30))
        #expect(text(content[commit.subject]) == "Hello")
        #expect(text(content[commit.messageStart...]) == "\nHello\nrest")
    }

    @Test(
        "Broken lines about persons are read as far as they go",
        arguments: [
            ("A <a> 5", "A", "a", 5, 0), ("<a> 5 +0100", "", "a", 5, 60), ("A <a", "A", "a", 0, 0),
            ("A", "A", "", 0, 0),
            ("", "", "", 0, 0), (" A  B <a<b> > 99999999999999999999 +0000", "A  B", "a<b", 0, 0),
            ("A <a>> -7 +9999999", "A", "a", -7, 0), ("A <a> 7 -1330", "A", "a", 7, -810), ("> 5 <", "> 5", "", 0, 0),
        ] as [(String, String, String, Int, Int)])
    func persons(line: String, name: String, email: String, seconds: Int, minutes: Int) throws {
        let commit = try Commit(utf8(Self.tree + "author " + line + "\n\n").span, format: .sha1)
        #expect(text(commit.author.name) == name)
        #expect(text(commit.author.email) == email)
        #expect(commit.author.seconds == seconds)
        #expect(commit.author.timezoneMinutes == minutes)
    }

    @Test("Objects that are not named are errors")
    func refused() {
        #expect(throws: ObjectParseError.missing(.tree)) { try Commit(utf8("").span, format: .sha1) }
        #expect(throws: ObjectParseError.missing(.tree)) { try Commit(utf8("\ntree").span, format: .sha1) }
        #expect(throws: ObjectParseError.malformed(.tree, offset: 5)) { try Commit(utf8("tree 1").span, format: .sha1) }
        #expect(throws: ObjectParseError.malformed(.tree, offset: 5)) {
            try Commit(utf8(Self.tree).span, format: .sha256)
        }
        #expect(throws: ObjectParseError.malformed(.parent, offset: 53)) {
            try Commit(utf8(Self.tree + "parent \n").span, format: .sha1)
        }
    }

    @Test("Cut anywhere, it is read or refused")
    func truncated() throws {
        let content = utf8(Self.tree + "author A <a> 5 -0030\ncommitter\nencoding x\n y\n\nHello\n")
        for count in content.indices { _ = try? Commit(Array(content[..<count]).span, format: .sha1) }
        for index in content.indices {
            for byte in [0, 10, 32, 255] as [UInt8] {
                var broken = content
                broken[index] = byte
                _ = try? Commit(broken.span, format: .sha1)
            }
        }
    }
}
