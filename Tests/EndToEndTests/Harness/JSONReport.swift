import Foundation

/// The parts of a JSON report that tests look at.
struct JSONReport: Decodable {
    struct Tool: Decodable {
        let name, version, rules_sha256, pcre2_version: String
        let jit: Bool
    }

    struct Run: Decodable {
        let state: String
        let incomplete_reasons, accepted_reasons: [String]
        let workers: Int
    }

    struct Coverage: Decodable {
        struct Units: Decodable {
            let units: Int
            let bytes: Int?
            let remembered: Int?
        }

        struct Skip: Decodable {
            struct Example: Decodable {
                let path: String
                let note: String?
            }

            let reason: String
            let count, bytes: Int
            let incomplete, accepted: Bool
            let examples: [Example]
        }

        let seen, examined: Units
        let skipped: [Skip]
    }

    struct Dropped: Decodable {
        struct Kind: Decodable {
            let kind: String
            let count: Int
        }

        let impossible, below_confidence: Int
        let suppressed: [Kind]
        let denied_allows: Int?
    }

    struct Suppressed: Decodable {
        struct Suppression: Decodable {
            let kind: String
            let reason, owner, expires: String?
        }

        let rule, path: String
        let line: Int
        let suppression: Suppression?
    }

    struct Baseline: Decodable {
        struct Entry: Decodable {
            let line: Int
            let rule, path: String
        }

        let entries, used, moved: Int
        let unused, expired: [Entry]
    }

    struct Finding: Decodable {
        struct Step: Decodable {
            let kind: String
            let encoding: String?
        }

        struct Secret: Decodable {
            let redacted: String
            let group, occurrence_count: Int
            let value: String?
            let fingerprint: String?
        }

        struct Related: Decodable {
            let role, rule: String
            let line, column: Int
            let secret: RelatedSecret
        }

        struct RelatedSecret: Decodable {
            let redacted: String
            let value: String?
        }

        struct Occurrence: Decodable {
            let path: String
            let line, column: Int
        }

        let rule, severity, confidence, verdict, path, place: String
        let score: Double
        let path_bytes_base64: String?
        let line, column, end_line, end_column, start_byte, end_byte: Int
        let provenance: [Step]
        let secret: Secret
        let related: [Related]?
        let occurrences: [Occurrence]?
    }

    struct MailCoverage: Decodable {
        let messages, parts: Int
    }

    /// Where one secret went by mail.
    struct MailRecord: Decodable {
        struct RecordSecret: Decodable {
            let fingerprint: String?
        }

        struct FirstSending: Decodable {
            let message_id, part: String
        }

        struct Exposure: Decodable {
            let people, external: [String]
            let people_count: Int
            let left_organisation: Bool?
        }

        struct Occurrences: Decodable {
            let messages, originals, threads, quoted_only: Int
        }

        let secret: RecordSecret
        let first_sent: FirstSending
        let exposure: Exposure
        let occurrences: Occurrences
    }

    let schema_version: String
    let tool: Tool
    let run: Run
    let coverage: Coverage
    let dropped: Dropped
    let findings: [Finding]
    let suppressed: [Suppressed]?
    let baseline: Baseline?
    let mail_coverage: MailCoverage?
    let mail: [MailRecord]?

    init(_ bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(JSONReport.self, from: Data(bytes))
    }

    /// Seen is examined and skipped.
    var addsUp: Bool {
        coverage.seen.units == coverage.examined.units + coverage.skipped.reduce(0) { $0 + $1.count }
    }

    func skipped(_ reason: String) -> Coverage.Skip? { coverage.skipped.first { $0.reason == reason } }

    /// The document without its `run` object, which alone may differ between equal runs.
    static func withoutRun(_ report: [UInt8]) -> [UInt8] {
        let lines = report.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return Array(lines.filter { !$0.starts(with: Array("\"run\":".utf8)) }.joined(separator: [10]))
    }
}
