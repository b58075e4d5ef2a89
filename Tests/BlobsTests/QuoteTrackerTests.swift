import Blobs
import Testing

@Suite struct QuoteTrackerTests {
    /// Whether the line that holds `KEY` is quoted, read in pieces of every size.
    private static func isQuoted(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let end = Array(text.utf8).firstRange(of: Array("KEY".utf8))?.upperBound ?? bytes.count
        var answers: Set<Bool> = []
        for size in [1, 7, 1000] {
            var tracker = QuoteTracker()
            for start in stride(from: 0, to: end, by: size) { tracker.read(bytes[start..<min(end, start + size)]) }
            answers.insert(tracker.isQuoted)
        }
        #expect(answers.count == 1)
        return answers.contains(true)
    }

    @Test(arguments: [
        "> KEY", "a\n> > KEY", "  >KEY", "a\r\n| KEY\r\n", "hi\n-----Original Message-----\nFrom: a\n\nKEY",
        "hi\n---------- Forwarded message ---------\nKEY", "x\n----- Ursprüngliche Nachricht -----\r\nKEY",
        "On Tue, Alice wrote:\n\nKEY", "On Tue, 5 Mar 2024 at 09:12, Alice\n<alice@corp.example> wrote:\n> a\n> KEY",
        "Am 5.3.2024 schrieb Alice:\nKEY", "hi\n\nFrom: Alice\nSent: Tuesday\nTo: Bob\nSubject: x\n\nKEY",
        "*From:* Alice\n*Sent:* Tuesday\nKEY", "On x wrote:\nKEY", "On x wrote:\ntext\n\n\nKEY",
    ]) func quotedLines(_ text: String) { #expect(Self.isQuoted(text)) }

    @Test(arguments: [
        "KEY", "a > KEY", "> a\nKEY", "On Tue, Alice wrote:\n> a\n\nKEY", "From: me\nthen\nKEY", "--- a line\nKEY",
        "On and on\nKEY", "He wrote:\nKEY", "From: a\n1\n2\n3\n4\n5\nSent: b\nKEY", "",
    ]) func otherLines(_ text: String) { #expect(!Self.isQuoted(text)) }

    @Test func aLineWithoutAnEndTakesNoRoom() {
        var tracker = QuoteTracker()
        tracker.read(Array("On ".utf8))
        for _ in 0..<100 { tracker.read([UInt8](repeating: 0x61, count: 100_000)) }
        tracker.read(Array(" wrote:\nKEY".utf8))
        #expect(!tracker.isQuoted)
    }
}
