import Blobs
import Testing

@Suite struct ProvenanceTests {
    @Test func stepsGoInwards() {
        let file = Provenance(.file(RawPath("a")))
        let decoded = file.appending(.name).appending(.decoded(.utf16BigEndian))
        #expect(decoded.steps == [.file(RawPath("a")), .name, .decoded(.utf16BigEndian)])
        #expect(decoded.path == RawPath("a"))
        #expect(Provenance(.standardInput, .decoded(.utf32LittleEndian)).path == RawPath("-"))
    }

    @Test func anotherOutermostStep() {
        let decoded = Provenance(.file(RawPath("a")), .decoded(.utf16BigEndian))
        let renamed = decoded.replacingFirst(with: .file(RawPath("b")))
        #expect(renamed == Provenance(.file(RawPath("b")), .decoded(.utf16BigEndian)))
    }

    @Test func unitsOfEncodings() {
        #expect(TextEncoding.allCases.map(\.unitWidth) == [2, 2, 4, 4])
        #expect(TextEncoding.allCases.map(\.isLittleEndian) == [true, false, true, false])
    }

    /// Members stand behind the file, each behind a `!`; the file itself is still known.
    @Test func membersArePartOfThePath() {
        let file = Provenance(.file(RawPath("a.zip")))
        let member = file.appending(.member(RawPath("n/b.tar"))).appending(.member(RawPath("k")))
        #expect(member.path == RawPath("a.zip!n/b.tar!k") && member.file == RawPath("a.zip"))
        #expect(member.hasMember && !file.hasMember && !file.appending(.name).hasMember)
        #expect(member.appending(.name).path == member.path)
        #expect(Provenance(.standardInput, .member(RawPath("k"))).path == RawPath("-!k"))
        #expect(file < member && file.appending(.member(RawPath("a"))) < file.appending(.member(RawPath("b"))))
        #expect(member.replacingFirst(with: .file(RawPath("b"))).path == RawPath("b!n/b.tar!k"))
    }

    /// Messages and parts are like members, whatever holds them.
    @Test func messagesAndPartsArePartOfThePath() {
        let file = Provenance(.file(RawPath("m.zip")))
        let box = file.appending(.member(RawPath("inbox.mbox")))
        let message = box.appending(.message(RawPath("<c05@corp.example>")))
        let part = message.appending(.part(RawPath("2 keys.zip"))).appending(.member(RawPath("k.csv")))
        #expect(part.path == RawPath("m.zip!inbox.mbox!<c05@corp.example>!2 keys.zip!k.csv"))
        #expect(part.file == RawPath("m.zip") && part.hasMember && message.hasMember)
        #expect(part.mailContainer == box.path && part.mailPart == RawPath("2 keys.zip!k.csv"))
        #expect(message.mailPart == nil && box.mailContainer == nil && box.mailPart == nil)
        let alone = Provenance(.file(RawPath("42.emlx"))).appending(.part(RawPath("H")))
        #expect(alone.path == RawPath("42.emlx!H") && alone.mailContainer == RawPath("42.emlx"))
        #expect(alone.mailPart == RawPath("H"))
        #expect(message < part && box < message)
        #expect(message < box.appending(.message(RawPath("<d@corp.example>"))))
    }
}
