import Foundation
import Testing

/// The report of a scan of a repository, with its secrets in full.
struct GitReport {
    let outcome: Outcome
    let run: JSONReport.Run
    let coverage: JSONReport.Coverage
    let findings: [GitFinding]

    /// The document, byte for byte.
    let bytes: [UInt8]

    /// What made the result incomplete: the path, the object and the note of each example, a line for each.
    let incompleteNotes: String

    private struct Document: Decodable {
        let run: JSONReport.Run
        let coverage: JSONReport.Coverage
        let findings: [GitFinding]
    }

    /// The account once more, with the objects in it.
    private struct Account: Decodable {
        struct Coverage: Decodable {
            let skipped: [Skip]
        }

        struct Skip: Decodable {
            let incomplete: Bool
            let examples: [Example]
        }

        struct Example: Decodable {
            let path: String
            let note: String?
            let provenance: [GitFinding.Step]

            var line: String {
                [path, provenance.lazy.compactMap(\.object).first ?? "", note ?? ""].joined(separator: " ")
            }
        }

        let coverage: Coverage
    }

    init(_ outcome: Outcome, _ bytes: [UInt8]) throws {
        try #require(!bytes.isEmpty, "no report: \(outcome)")
        let document = try JSONDecoder().decode(Document.self, from: Data(bytes))
        self.outcome = outcome
        self.bytes = bytes
        (run, coverage, findings) = (document.run, document.coverage, document.findings)
        let account = try JSONDecoder().decode(Account.self, from: Data(bytes)).coverage
        incompleteNotes = account.skipped.filter(\.incomplete).flatMap(\.examples).map(\.line).joined(separator: "\n")
    }

    var code: Int32? { outcome.code }

    /// Seen is examined and skipped.
    var addsUp: Bool {
        coverage.seen.units == coverage.examined.units + coverage.skipped.reduce(0) { $0 + $1.count }
    }

    /// The secrets that were found, wherever.
    var secrets: Set<String> { Set(findings.map(\.secret.value)) }

    /// Where a secret was found and what is told of it, a line for each finding: see `GitFinding.place`.
    ///
    /// - Parameter kind: of the findings that are told; all that are no plain files by default.
    func places(of secret: String, kind: String? = nil) -> [String] {
        let found = findings.filter { $0.secret.value == secret }
        return found.filter { kind == nil ? $0.kind != "file" : $0.kind == kind }.map(\.place)
    }

    /// The only finding of a secret in objects.
    func finding(of secret: String) throws -> GitFinding {
        let found = findings.filter { $0.secret.value == secret && $0.objectID != nil }
        try #require(found.count == 1, "\(found.map(\.place)); \(outcome)")
        return try #require(found.first)
    }

    func skipped(_ reason: String) -> JSONReport.Coverage.Skip? { coverage.skipped.first { $0.reason == reason } }
}

extension GitReport: CustomStringConvertible {
    var description: String {
        "\(findings.map(\.place)); \(run.incomplete_reasons): \(incompleteNotes); \(outcome)"
    }
}
