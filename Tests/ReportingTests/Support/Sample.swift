import Blobs
import Findings
import Rules

/// Hand-made parts of reports. Secrets are put together at run time: no file of ours may hold one.
enum Sample {
    /// 40 characters that look like no issuer's format.
    static let secret = Secret(Array(("Zq7/" + String(repeating: "w3Kd", count: 8) + "+9pQ").utf8))

    /// A key id with a literal prefix of four characters.
    static let keyID = Secret(Array(("AK" + "IA" + String(repeating: "Q2ZT", count: 4)).utf8))

    static func text(_ secret: Secret) -> String { String(decoding: secret.reveal(), as: UTF8.self) }

    static let secretRule = RuleSummary(
        id: "test-secret-key", title: "Test secret access key", description: "Opens a test account.",
        severity: .critical, remedy: "Deactivate the key, then remove it.", references: ["https://example.com/keys"])

    static let idRule = RuleSummary(
        id: "test-key-id", title: "Test key id", description: "Names a test key.", severity: .high, remedy: "",
        references: [])

    static func location(line: Int = 12, column: Int = 8, length: Int = 40, offset: Int = 300) -> Location {
        Location(
            bytes: offset..<offset + length,
            start: .init(line: line, column: column, utf16Column: column - 1),
            end: .init(line: line, column: column + length, utf16Column: column + length - 1))
    }

    static func finding(
        _ path: RawPath = "src/config.py", secret: Secret = secret, line: Int = 12,
        provenance: Provenance? = nil, rule: RuleSummary = secretRule, verdict: Verdict = .plausible,
        reason: String = "a keyword names it", details: [Finding.Detail] = [], isPaired: Bool = false
    ) -> Finding {
        let related = Finding.Related(
            role: "key id", rule: idRule, location: location(line: line - 1, length: 20, offset: 250), secret: keyID,
            prefixLength: 4)
        return Finding(
            rule: rule, severity: rule.severity, verdict: verdict, score: 0.92,
            provenance: provenance ?? Provenance(.file(path)), location: location(line: line), secret: secret,
            prefixLength: 0, reason: reason, details: details, related: isPaired ? [related] : [],
            line: Place.Line(masked: Array("key = *".utf8)), ordinal: line)
    }

    static func run(
        _ state: RunDescription.State = .complete, reasons: [SkipReason] = [], accepting: Set<SkipReason> = [],
        targets: [RawPath] = ["src"], startedAt: Int = 1_795_472_140
    ) -> RunDescription {
        RunDescription(
            state: state, incompleteReasons: reasons, acceptedReasons: accepting, startedAt: startedAt,
            elapsedSeconds: 1.25, workers: 2, targets: targets)
    }

    static func report(
        _ findings: [Finding] = [], run: RunDescription = run(), coverage: Coverage = Coverage(),
        dropped: DropCounts = DropCounts(), suppressed: [Finding] = [], deniedCount: Int = 0,
        baseline: BaselineReview? = nil, mail: MailReport? = nil, masking more: [Secret] = [],
        key: FingerprintKey? = nil, showsSecrets: Bool = false, tellsEveryLocation: Bool = true
    ) -> RunReport {
        var masker = Masker()
        let secrets = (findings + suppressed).flatMap { [$0.secret] + $0.related.map(\.secret) }
        for secret in secrets + more { masker.insert(secret) }
        return RunReport(
            tool: ToolDescription(
                name: "keyhound", version: "0.1.0", rulesSHA256: String(repeating: "ab", count: 32),
                pcre2Version: "10.42 2022-12-11", usesJIT: true),
            run: run, coverage: coverage, dropped: dropped, findings: findings.sorted(by: Finding.isOrderedBefore),
            tellsEveryLocation: tellsEveryLocation, suppressed: suppressed.sorted(by: Finding.isOrderedBefore),
            deniedCount: deniedCount, baseline: baseline, mail: mail, masker: masker, fingerprintKey: key,
            showsSecrets: showsSecrets)
    }

    static var history: History {
        var history = History()
        history.introduced = History.Commit(
            id: String(repeating: "1a", count: 20), author: Array("A U Thor <a@example.com>".utf8),
            seconds: 1_600_000_000, subject: Array("Add, and forget".utf8))
        history.last = History.Commit(
            id: String(repeating: "2b", count: 20), author: [0xFF], seconds: 1_700_000_000, subject: [])
        history.versions = 4
        history.otherPaths = ["older.py", RawPath([0xFD])]
        history.references = [Array("refs/heads/main".utf8)]
        history.referenceCount = 7
        history.isInHead = false
        history.isPushed = true
        return history
    }

    /// A report in which every member of every format has something to say.
    static func fullReport(showsSecrets: Bool = false) -> RunReport {
        var coverage = Coverage()
        coverage.see(units: 9)
        for _ in 0..<3 { coverage.examine(bytes: 1_000_000) }
        let file = Provenance(.file("src/gone.txt"))
        coverage.skip(Diagnostic(reason: .vanished, provenance: file), bytes: 4096)
        coverage.skip(Diagnostic(reason: .vanished, provenance: Provenance(.file(RawPath([0xFF])))), bytes: 1)
        coverage.skip(Diagnostic(reason: .ioError, provenance: file, note: "Input/output error"), bytes: 10)
        coverage.skip(Diagnostic(reason: .fifo, provenance: file.appending(.name)))
        coverage.skip(Diagnostic(reason: .size, provenance: file, note: "2 GiB"), bytes: 2 << 30)
        coverage.skip(Diagnostic(reason: .socket, provenance: Provenance(.standardInput)))
        var dropped = DropCounts()
        dropped.impossible = 12
        dropped.belowConfidence = 4
        for line in 1...5 {
            let example = DropCounts.Example(path: "docs/x.md", line: line, column: 3, rule: "test-key-id")
            dropped.recognise(.documentationExample, at: example)
        }
        dropped.recognise(.canary, at: .init(path: RawPath([0xFE]), line: 1, column: 1, rule: "test-key-id"))
        let details = [Finding.Detail(name: "account", value: "000000000000")]
        let short = Secret(Array(("hun" + "ter").utf8))
        return report(
            [
                finding(verdict: .proven, details: details, isPaired: true),
                finding("src/copy.py"), finding("src/copy.py", line: 40),
                finding(RawPath([0x61, 0xFF]), secret: keyID, rule: idRule),
                finding("wide.txt", provenance: Provenance(.file("wide.txt")).appending(.decoded(.utf16LittleEndian))),
                finding("-", secret: short, provenance: Provenance(.standardInput)),
                finding("l", provenance: Provenance(.file("l")).appending(.linkTarget)),
                finding("/abs/n", provenance: Provenance(.file("/abs/n")).appending(.name)),
                finding("old.py").placed(in: history),
            ],
            run: run(
                .incomplete, reasons: [.ioError, .vanished], accepting: [.size], targets: ["src", RawPath([0xFF])]),
            coverage: coverage, dropped: dropped, suppressed: Suppressed.findings, deniedCount: 3,
            baseline: Suppressed.review, key: FingerprintKey(Array(repeating: 7, count: 32)),
            showsSecrets: showsSecrets)
    }
}
