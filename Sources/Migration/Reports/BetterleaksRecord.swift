/// A finding of betterleaks from version 2 on.
struct BetterleaksRecord: Decodable {
    struct Match: Decodable {
        let full: String?
        let value: String?
    }

    struct Location: Decodable {
        let path: String?
        let startLine: Int?

        private enum CodingKeys: String, CodingKey {
            case path
            case startLine = "start_line"
        }
    }

    struct Attributes: Decodable {
        let commit: String?

        private enum CodingKeys: String, CodingKey {
            case commit = "git.sha"
        }
    }

    let ruleID: String?
    let match: Match?
    let location: Location?
    let attributes: Attributes?

    private enum CodingKeys: String, CodingKey {
        case ruleID = "rule_id"
        case match, location, attributes
    }

    var finding: ForeignFinding {
        ForeignFinding(
            tool: "betterleaks", ruleID: ruleID, path: location?.path, line: location?.startLine,
            commit: attributes?.commit, secret: match?.value, match: match?.full)
    }
}

/// A report of betterleaks as one object.
struct BetterleaksReport: Decodable {
    let findings: [BetterleaksRecord]
}

/// A line of betterleaks' report in lines.
struct BetterleaksLine: Decodable {
    let finding: BetterleaksRecord
}
