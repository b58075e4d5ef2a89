import Blobs
import Findings
import Rules

/// Hand-made findings, of which a test says only what it is about.
enum Sample {
    static func rule(_ id: String = "test-rule") -> RuleSummary {
        RuleSummary(id: id, title: "Test", description: "", severity: .high, remedy: "", references: [])
    }

    static func finding(
        _ path: String = "a.txt", bytes: Range<Int> = 4..<12, rule id: String = "test-rule",
        secret: Secret = Secret([1, 2, 3, 4]), steps: [Provenance.Step] = [], line: String = "key = *",
        ordinal: Int = 0,
        score: Float = 0.9
    ) -> Finding {
        let point = Location.Point(line: 1, column: bytes.lowerBound + 1, utf16Column: bytes.lowerBound + 1)
        return Finding(
            rule: rule(id), severity: .high, verdict: .plausible, score: score,
            provenance: steps.reduce(Provenance(.file(RawPath(path)))) { $0.appending($1) },
            location: Location(bytes: bytes, start: point, end: point), secret: secret, prefixLength: 0, reason: "",
            details: [], related: [], line: Place.Line(masked: Array(line.utf8)), ordinal: ordinal)
    }
}
