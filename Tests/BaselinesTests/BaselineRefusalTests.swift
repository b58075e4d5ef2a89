import Checksums
import Blobs
import Findings
import Testing

@testable import Baselines

@Suite struct BaselineRefusalTests {
    private static let lines = Sample.lines(of: Sample.baseline(of: [Sample.finding()]))

    private static func error(_ text: String, externalKey: [UInt8]? = nil) -> BaselineError? {
        error(Array(text.utf8), externalKey: externalKey)
    }

    private static func error(_ bytes: [UInt8], externalKey: [UInt8]? = nil) -> BaselineError? {
        do {
            _ = try Sample.parse(bytes, externalKey: externalKey)
            return nil
        } catch {
            return error
        }
    }

    /// The error of an entry in which something is put in place of another.
    private static func entryError(_ old: String, _ new: String) -> BaselineError? {
        #expect(lines[1].contains(old), "nothing to replace")
        return error(Sample.text(of: Sample.baseline(of: [Sample.finding()]), replacing: old, with: new))
    }

    @Test(arguments: [
        (#""rule":"test-rule","#, ""), (#""rule":"test-rule""#, #""rule":"""#), (#""test-rule""#, "7"),
        ("hmac-sha256", "md5"), ("hmac-sha256", "hmac-sha256:"), (":\"hmac-sha256:", ":\"hmac-sha256:0"),
        (":\"hmac-sha256:", ":\"hmac-sha256:AA"), (#""path":"src/a.py","#, ""),
        (#""src/a.py""#, #""src/a.py","path_base64":"YQ==""#), (#""path""#, #""path_base64""#), ("src/a.py", ""),
        ("src/a.py", #"src/\u0000"#), ("src/a.py", #"\ud800"#), ("src/a.py", "src/\u{1}"), ("a.py", #"\x61"#),
        ("2026-01-02", "2026-02-30"), ("2026-01-02", "2026-1-2"), (#""2026-01-02""#, "20260102"),
        (#""created""#, #""scope":[],"created""#), (#""created""#, #""scope":"a","created""#),
        (#""created""#, #""scope":["a",1],"created""#), (#""created""#, #""scope":["[a"],"created""#),
        (#""created""#, #""scope":["a//b"],"created""#), (#""created""#, #""scope":[["a"]],"created""#),
        (#""created""#, #""scope":[""],"created""#), (#""created""#, #""rule":"twice","created""#),
    ])
    func entriesAreCheckedAndTheLineIsNamed(old: String, new: String) {
        guard case .malformed(line: 2, _) = Self.entryError(old, new) else {
            Issue.record("not refused: \(old) as \(new)")
            return
        }
    }

    @Test(arguments: [
        "", "\n\n", "{}", "[]", "null", "1", "\u{0}", "{\"rule\":\"a\"}", "keyhound", #"{"keyhound_baseline":1}"#,
        #"{"keyhound_baseline":0,"key_id":"0123456789abcdef"}"#,
        #"{"keyhound_baseline":"1","key_id":"0123456789abcdef"}"#,
        #"{"keyhound_baseline":1.0,"key_id":"0123456789abcdef"}"#,
        #"{"keyhound_baseline":1,"key_id":"0123456789ABCDEF"}"#, #"{"keyhound_baseline":1,"key_id":"0123"}"#,
        #"{"keyhound_baseline":1,"key_id":"0123456789abcdef","key":"0123"}"#,
        #"{"keyhound_baseline":1,"key_id":"0123456789abcdef","key":5}"#,
    ])
    func headersAreChecked(text: String) {
        guard case .malformed(line: 1, _) = Self.error(text, externalKey: Sample.key) else {
            Issue.record("not refused: \(text)")
            return
        }
    }

    @Test func aKeyAndItsNameBelongTogether() {
        let other = Hexadecimal.text(Sample.otherKey)
        let text = Self.lines[0].split(separator: Hexadecimal.text(Sample.key)).joined(separator: other)
        #expect(Self.error("\n" + text)?.line == 2)
    }

    @Test func everyCutIsRefusedOrLosesWholeLinesOnly() throws {
        let full = Sample.baseline(of: [Sample.finding(), Sample.finding(Sample.strong(2))]).serialized()
        let ends = full.indices.filter { full[$0] == 0x0A }
        for length in full.indices {
            let isWhole = ends.contains { length == $0 || length == $0 + 1 }
            #expect((Self.error(Array(full[..<length])) == nil) == isWhole, "\(length)")
        }
    }

    @Test func newerFormatsAreNamed() {
        let text = #"{"key_id":7,"keyhound_baseline":2,"keys":[]}"# + "\nanything"
        #expect(Self.error(text) == .newer(version: 2))
        #expect(Self.error(#"{"keyhound_baseline":99999999999999999999}"#) == .newer(version: .max))
        #expect(BaselineError.newer(version: 2).message(in: Sample.file).contains("format 2"))
    }

    @Test(arguments: ["<<<<<<< ours", "=======", ">>>>>>> theirs", "|||||||"])
    func conflictMarkersHaveTheirOwnError(marker: String) {
        #expect(Self.error(Self.lines[0] + "\n" + marker + "\r\n" + Self.lines[1]) == .conflictMarker(line: 2))
        #expect(Self.error(marker) == .conflictMarker(line: 1))
    }

    @Test func headersOfOtherKeysConflict() throws {
        let other = Sample.lines(of: Baseline(keyInside: Sample.otherKey))
        #expect(Self.error((Self.lines + other).joined(separator: "\n")) == .conflictingHeader(line: 3))
    }

    @Test func theRightKeyIsNeeded() throws {
        let baseline = try Baseline(externalKey: Sample.key).serialized()
        #expect(Self.error(baseline) == .needsKeyFile)
        #expect(Self.error(baseline, externalKey: Sample.otherKey) == .wrongKeyFile)
        #expect(Self.error(baseline, externalKey: Sample.key + [0x0A]) == .wrongKeyFile)
        #expect(Self.error(baseline, externalKey: Array(Sample.key[..<15])) == .shortKey(bytes: 15))
        #expect(Self.error(baseline, externalKey: Sample.key) == nil)
        #expect(throws: BaselineError.shortKey(bytes: 15)) { try Baseline(externalKey: Array(Sample.key[..<15])) }
    }

    @Test func aKeyInsideGoesFirst() throws {
        let baseline = try Sample.parse(
            Sample.baseline(of: [Sample.finding()]).serialized(), externalKey: Sample.otherKey)
        #expect(baseline.keyIsInside && baseline.suppresses([Sample.finding()]) == [true])
    }

    @Test func hugeFilesAreRefusedUnread() {
        let bytes = [UInt8](repeating: 0x7B, count: Baseline.largest + 1)
        #expect(Self.error(bytes) == .tooLarge(bytes: Baseline.largest + 1))
    }

    @Test func deepAndWideLinesAreRefused() {
        for value in [String(repeating: "[", count: 100_000), String(repeating: #"{"a":"#, count: 100_000)] {
            #expect(Self.entryError(#""created""#, #""x":\#(value),"created""#)?.line == 2)
        }
        let members = (0..<100).map { #""m\#($0)":0,"# }.joined()
        #expect(Self.entryError(#""created""#, members + #""created""#)?.line == 2)
    }

    @Test func invalidTextIsRefused() {
        for bytes in [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0x80]] as [[UInt8]] {
            let text = Array(Self.lines[0].utf8) + Array("\n{\"x\":\"".utf8) + bytes + Array("\"}".utf8)
            #expect(Self.error(text)?.line == 2)
        }
    }

    @Test func messagesNameFileAndLineAndNoContent() {
        let secret = Sample.strong()
        let error = Self.error(Self.lines[0] + "\n\n{\"reason\":\(secret)}")
        let message = error?.message(in: Sample.file) ?? ""
        #expect(message.hasPrefix("keyhound.baseline:3: the baseline cannot be read: a value should begin here"))
        #expect(!message.contains(secret.prefix(4)))
        #expect(BaselineError.needsKeyFile.message(in: Sample.file).hasPrefix("keyhound.baseline: the key"))
    }
}
