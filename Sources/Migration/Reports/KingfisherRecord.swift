/// A finding of Kingfisher, as its JSON and its lines of JSON have it.
struct KingfisherRecord: Decodable {
    struct Rule: Decodable {
        let id: String?
    }

    struct Commit: Decodable {
        let id: String?
    }

    struct Git: Decodable {
        let commit: Commit?
    }

    struct Details: Decodable {
        let snippet: String?
        let path: String?
        let line: Int?
        let git: Git?

        private enum CodingKeys: String, CodingKey {
            case snippet, path, line
            case git = "git_metadata"
        }
    }

    let rule: Rule?
    let details: Details

    private enum CodingKeys: String, CodingKey {
        case rule
        case details = "finding"
    }

    var finding: ForeignFinding {
        ForeignFinding(
            tool: "kingfisher", ruleID: rule?.id, path: details.path, line: details.line,
            commit: details.git?.commit?.id, secret: details.snippet)
    }
}

/// Kingfisher's report; its summary has a number of the same name.
struct KingfisherReport: Decodable {
    /// `nil` for a summary.
    let findings: [ForeignFinding]?

    private enum CodingKeys: String, CodingKey {
        case findings
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if (try? container.decode(Int.self, forKey: .findings)) != nil {
            findings = nil
        } else {
            findings = try container.decode([KingfisherRecord].self, forKey: .findings).map(\.finding)
        }
    }
}
