import Blobs
import Findings
import Rules

@testable import Baselines

/// Hand-made findings and baselines, of which a test says only what it is about.
enum Sample {
    static let today = "2026-11-27"
    static let file = RawPath("keyhound.baseline")

    /// Two keys, as they would come from the system's random source.
    static let key = [UInt8](0..<32)
    static let otherKey = [UInt8](100..<132)

    /// scrypt's N in tests: the format's takes too long.
    static let rounds = 2

    /// What no one can guess.
    static func strong(_ seed: UInt64 = 1) -> String {
        var generator = SeededGenerator(seed: seed)
        return generator.text(40)
    }

    static func finding(
        _ secret: String = strong(), at path: String = "src/a.py", rule: String = "test-rule", line: Int = 1,
        prefixLength: Int = 0
    ) -> Finding {
        finding(secret, at: RawPath(path), rule: rule, line: line, prefixLength: prefixLength)
    }

    static func finding(
        _ secret: String, at path: RawPath, rule: String = "test-rule", line: Int = 1, prefixLength: Int = 0
    ) -> Finding {
        let point = Location.Point(line: line, column: 1, utf16Column: 1)
        let summary = RuleSummary(
            id: rule, title: "Test", description: "", severity: .high, remedy: "", references: [])
        return Finding(
            rule: summary, severity: .high, verdict: .plausible, score: 0.9, provenance: Provenance(.file(path)),
            location: Location(bytes: line * 100..<line * 100 + 8, start: point, end: point),
            secret: Secret(Array(secret.utf8)), prefixLength: prefixLength, reason: "", details: [], related: [],
            line: Place.Line(masked: []), ordinal: 0)
    }

    /// A baseline with its key inside, and entries for the findings.
    static func baseline(
        of findings: [Finding] = [], reason: String? = nil, owner: String? = nil, expires: String? = nil,
        masker: Masker = Masker(), weakLimit: Int = Baseline.mostWeakSecrets
    ) -> Baseline {
        var baseline = Baseline(keyInside: key, rounds: rounds, weakLimit: weakLimit)
        _ = baseline.add(
            findings, masker: masker, reason: reason, owner: owner, expires: expires, created: "2026-01-02")
        return baseline
    }

    static func parse(_ bytes: [UInt8], externalKey: [UInt8]? = nil) throws(BaselineError) -> Baseline {
        try Baseline(parsing: bytes, externalKey: externalKey, rounds: rounds)
    }

    static func parse(_ text: String) throws(BaselineError) -> Baseline {
        try parse(Array(text.utf8))
    }

    /// The text of a baseline, its entry's line changed.
    static func text(of baseline: Baseline, replacing old: String = "", with new: String = "") -> String {
        let text = String(decoding: baseline.serialized(), as: UTF8.self)
        return old.isEmpty ? text : text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }

    static func lines(of baseline: Baseline) -> [String] {
        text(of: baseline).split(separator: "\n").map(String.init)
    }
}

extension Baseline {
    /// Whether each of the findings is suppressed.
    func suppresses(_ findings: [Finding], on today: String = Sample.today) -> [Bool] {
        review(findings, today: today, file: Sample.file).findings.map { $0.suppression != nil }
    }
}
