import FoundationEssentials

/// A report in SARIF 2.1.0, as far as it says what was found where:
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
struct SARIFReport: Decodable {
    struct Driver: Decodable {
        let name: String?
    }

    struct Tool: Decodable {
        let driver: Driver?
    }

    struct RuleReference: Decodable {
        let id: String?
    }

    struct Snippet: Decodable {
        let text: String?
    }

    struct Region: Decodable {
        let startLine: Int?
        let snippet: Snippet?
    }

    struct Artifact: Decodable {
        let uri: String?
    }

    struct PhysicalLocation: Decodable {
        let artifactLocation: Artifact?
        let region: Region?
    }

    struct Location: Decodable {
        let physicalLocation: PhysicalLocation?
    }

    struct Fingerprints: Decodable {
        let commitSha: String?
    }

    struct Result: Decodable {
        let ruleId: String?
        let rule: RuleReference?
        let locations: [Location]?
        let partialFingerprints: Fingerprints?
    }

    struct Run: Decodable {
        let tool: Tool?
        let results: [Result]?
    }

    let runs: [Run]

    /// One for each location; a result without one has an empty path.
    var findings: [ForeignFinding] {
        runs.flatMap { run in
            let tool = run.tool?.driver?.name ?? "SARIF"
            return (run.results ?? []).flatMap { result in
                let places = result.locations?.map(\.physicalLocation) ?? []
                return (places.isEmpty ? [nil] : places).map { Self.finding(result, at: $0, tool: tool) }
            }
        }
    }

    /// Scanners whose snippet is the secret, and nothing else.
    private static let toolsWithSecrets: Set<String> = ["gitleaks", "betterleaks"]

    private static func finding(_ result: Result, at place: PhysicalLocation?, tool: String) -> ForeignFinding {
        let text = place?.region?.snippet?.text
        let isSecret = toolsWithSecrets.contains(tool.lowercased())
        return ForeignFinding(
            tool: tool, ruleID: result.ruleId ?? result.rule?.id, path: path(of: place?.artifactLocation?.uri ?? ""),
            line: place?.region?.startLine, commit: result.partialFingerprints?.commitSha,
            secret: isSecret ? text : nil, match: text)
    }

    /// The path that a URI names; one with another scheme than "file" stays as it is.
    private static func path(of uri: String) -> String {
        let path = uri.hasPrefix("file://") ? String(uri.dropFirst(7)) : uri
        return path.removingPercentEncoding ?? path
    }
}
