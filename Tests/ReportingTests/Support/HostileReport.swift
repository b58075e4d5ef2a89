import Blobs
import Findings

/// A report about content that attacks its reader: the names of reliability case 15 and the strings of case 57.
enum HostileReport {
    static let names: [RawPath] = [
        "a\nb", "\u{1B}[2J\u{1B}]0;P\u{7}a", RawPath([0xFF, 0xFE]), RawPath([0xFF]), RawPath([0xFE]), "-rf",
        "x\u{202E}gpj.exe", RawPath(Array(repeating: UInt8(ascii: "n"), count: 255)), "t\tq\"b\\s", "a\\nb",
        "\"quoted\"",
        "::set-output name=a::b", "  ::stop-commands::x", "##[stop-commands]x", "##vso[task.setvariable]x",
        "</script><script>alert(1)</script>", "=cmd|' /C calc'!A0",
        "\u{1B}]8;;http://evil\u{7}link", " lead", "trail ",
        "\u{85}c1\u{9B}31m", "zero\u{200B}width\u{2028}sep", "\u{2066}iso\u{2069}",
        "e\u{301}", "\u{e9}", "100%", "a b#c?d",
        "c:d", "{0}[x](1)", "\u{7F}", "\u{E0041}tag", "日本語/ü",
    ]

    static let texts = [
        "::set-output name=x::y", "</script>", "=cmd|' /C calc'!A0", "\u{1B}]8;;http://evil", "a\n::error::b",
        "##[error]x", "[click](http://evil) {0}", "\u{202E}reversed", String(repeating: "long ", count: 2_000),
    ]

    static let report: RunReport = {
        var findings = names.map { Sample.finding($0) }
        for (index, text) in texts.enumerated() {
            let detail = Finding.Detail(name: "note", value: text)
            findings.append(Sample.finding("texts", line: 100 + index, reason: text, details: [detail]))
        }
        var coverage = Coverage()
        coverage.see(units: names.count + texts.count)
        for name in names {
            let provenance = Provenance(.file(name))
            coverage.skip(Diagnostic(reason: .unreadable, provenance: provenance, note: "\u{1B}[0m\n::x"))
        }
        for text in texts {
            coverage.skip(Diagnostic(reason: .fifo, provenance: Provenance(.file("f")), note: text))
        }
        var dropped = DropCounts()
        for name in names { dropped.recognise(.canary, at: .init(path: name, line: 1, column: 1, rule: "r")) }
        let suppressed = texts.map { text in
            let suppression = Suppression(kind: .baseline, mark: text, reason: text, owner: text, expires: text)
            return Sample.finding("texts", reason: text).suppressed(by: suppression)
        }
        let entries = zip(names, texts + texts + texts + texts).map { name, text in
            BaselineReview.Entry(line: 1, rule: text, path: name, reason: text, owner: text, expires: text)
        }
        let baseline = BaselineReview(
            path: "::x\n", entryCount: entries.count, usedCount: 0, movedCount: 0, unused: entries, expired: entries)
        let exposures = zip(texts, names).map { text, name in
            SampleMail.exposure(
                of: SampleMail.finding(in: SampleMail.message(text, from: text, subject: text, folder: text)),
                text: text,
                identifier: text, from: text, people: [text], list: text, box: name, part: name, date: nil)
        }
        return Sample.report(
            findings, run: Sample.run(.incomplete, reasons: [.unreadable], targets: names), coverage: coverage,
            dropped: dropped, suppressed: suppressed, baseline: baseline,
            mail: SampleMail.mail(exposures, organisation: texts))
    }()
}
