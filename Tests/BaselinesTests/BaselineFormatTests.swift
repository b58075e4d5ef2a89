import Checksums
import Blobs
import Findings
import Testing

@testable import Baselines

@Suite struct BaselineFormatTests {
    @Test func membersHaveAFixedOrder() throws {
        let lines = Sample.lines(
            of: Sample.baseline(of: [Sample.finding()], reason: "r", owner: "o", expires: "2027-01-31"))
        #expect(lines.count == 2)
        let digits = Hexadecimal.text(Sample.key)
        #expect(lines[0].hasPrefix(#"{"keyhound_baseline":1,"key_id":""#))
        #expect(lines[0].hasSuffix(#"","key":"\#(digits)"}"#))
        #expect(lines[1].hasPrefix(#"{"rule":"test-rule","fingerprint":"hmac-sha256:"#))
        let rest = #""path":"src/a.py","reason":"r","owner":"o","expires":"2027-01-31","created":"2026-01-02"}"#
        #expect(lines[1].hasSuffix(rest))
        #expect(Sample.text(of: Sample.baseline()).last == "\n")
    }

    @Test func aKeyOutsideIsNotInTheFile() throws {
        let baseline = try Baseline(externalKey: Sample.key)
        let text = Sample.text(of: baseline)
        #expect(!text.contains(#""key""#) && !text.contains(Hexadecimal.text(Sample.key).prefix(16)))
        #expect(text.utf8.count == #"{"keyhound_baseline":1,"key_id":"0123456789abcdef"}"#.utf8.count + 1)
    }

    @Test func linesAreSorted() {
        let findings = [
            Sample.finding(Sample.strong(1), at: "b", rule: "r2"),
            Sample.finding(Sample.strong(2), at: "a", rule: "r2"),
            Sample.finding(Sample.strong(3), at: "b", rule: "r1"),
        ]
        let sorted = Sample.text(of: Sample.baseline(of: findings))
        #expect(Sample.text(of: Sample.baseline(of: findings.reversed())) == sorted)
        let rules: [String] = Sample.lines(of: Sample.baseline(of: findings)).dropFirst().map { line in
            String(line.dropFirst(#"{"rule":""#.count).prefix(2))
        }
        #expect(rules == ["r2", "r1", "r2"])
    }

    @Test func blankLinesLineEndsAndMarksDoNotCount() throws {
        let baseline = Sample.baseline(of: [Sample.finding(), Sample.finding(Sample.strong(2))])
        let lines = Sample.lines(of: baseline)
        let text = lines.joined(separator: "\n")
        let variants: [String] = [
            lines.joined(separator: "\r\n") + "\r\n",
            text,
            "\n \t\r\n" + lines.joined(separator: "\n\n") + "\n\n",
            "\u{FEFF}" + text,
            lines[0] + "\n" + text,
            text + "\n" + text,
            text.split(separator: ",").joined(separator: " ,\t"),
        ]
        for variant in variants {
            #expect(try Sample.parse(variant).serialized() == baseline.serialized())
        }
        #expect(try Sample.parse(variants[2]).entries.map(\.line) == [5, 7])
    }

    @Test func unknownMembersAreKept() throws {
        let raw = #"{"a" : [1.50e+400, -0, "\u00e9\/", {"b":null}], "x":true}"#
        var text = Sample.text(
            of: Sample.baseline(of: [Sample.finding()]), replacing: #"{"rule""#, with: #"{"ticket": \#(raw) ,"rule""#)
        text = text.split(separator: #","key""#).joined(separator: #","tool":12345678901234567890,"key""#)
        var baseline = try Sample.parse(text)
        _ = baseline.add(
            [Sample.finding(Sample.strong(2))], masker: Masker(), reason: nil, owner: nil, expires: nil,
            created: Sample.today)
        let lines = Sample.lines(of: baseline)
        #expect(lines[0].hasSuffix(#","tool":12345678901234567890}"#))
        #expect(lines.contains { $0.hasSuffix(#","ticket":\#(raw)}"#) })
        #expect(try Sample.parse(baseline.serialized()).serialized() == baseline.serialized())
    }

    @Test func pathsNeedNotBeText() throws {
        let path = RawPath([0x61, 0xFF, 0x2F, 0x62])
        let baseline = Sample.baseline(of: [Sample.finding(Sample.strong(), at: path)])
        #expect(Sample.text(of: baseline).contains(#""path_base64":"Yf8vYg==""#))
        #expect(try Sample.parse(baseline.serialized()).entries[0].path == path)
    }

    @Test func scopesAndEscapesComeBack() throws {
        let reason = "\u{1B}[31m \"quoted\" \\ tab\t, new\nline, \u{202E}left, ü, 🔑, \u{7F}"
        let old = Sample.text(
            of: Sample.baseline(of: [Sample.finding()], reason: reason), replacing: #","reason""#,
            with: #", "scope" : [ "tests/**" , "[\"\\]].md" ] ,"reason""#)
        let baseline = try Sample.parse(old)
        #expect(baseline.entries[0].reason == reason)
        #expect(baseline.entries[0].scope == ["tests/**", "[\"\\]].md"])
        let new = baseline.serialized()
        #expect(new.allSatisfy { $0 == 0x0A || $0 >= 0x20 && $0 != 0x7F })
        #expect(!String(decoding: new, as: UTF8.self).unicodeScalars.contains("\u{202E}"))
        #expect(try Sample.parse(new).entries[0].reason == reason)
        #expect(try Sample.parse(new).serialized() == new)
    }

    @Test func nullsSayNothing() throws {
        let text = Sample.text(
            of: Sample.baseline(of: [Sample.finding()]), replacing: #","created""#,
            with: #","scope":null,"owner":null,"expires":null,"reason":null,"created""#)
        #expect(try Sample.parse(text).serialized() == Sample.baseline(of: [Sample.finding()]).serialized())
    }
}
