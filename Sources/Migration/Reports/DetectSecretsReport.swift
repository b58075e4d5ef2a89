/// A baseline of detect-secrets, which has hashes in place of secrets:
/// https://github.com/Yelp/detect-secrets/blob/master/docs/design.md.
struct DetectSecretsReport: Decodable {
    struct Entry: Decodable {
        let type: String?
        let filename: String?
        let hashedSecret: String?
        let lineNumber: Int?
        let isSecret: Bool?

        private enum CodingKeys: String, CodingKey {
            case type, filename
            case hashedSecret = "hashed_secret"
            case lineNumber = "line_number"
            case isSecret = "is_secret"
        }
    }

    /// In the order of file names.
    let entries: [(file: String, entry: Entry)]

    private enum CodingKeys: String, CodingKey {
        case results
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let files = try container.nestedContainer(keyedBy: AnyKey.self, forKey: .results)
        entries = try files.allKeys.sorted { $0.stringValue < $1.stringValue }.flatMap { key in
            try files.decode([Entry].self, forKey: key).map { (key.stringValue, $0) }
        }
    }

    var findings: [ForeignFinding] {
        entries.map { file, entry in
            ForeignFinding(tool: "detect-secrets", ruleID: entry.type, path: file, line: entry.lineNumber)
        }
    }
}
