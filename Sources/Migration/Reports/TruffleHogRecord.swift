/// One line of TruffleHog's JSON: https://github.com/trufflesecurity/trufflehog/blob/main/pkg/output/json.go.
struct TruffleHogRecord: Decodable {
    /// What the sources, such as Git and Filesystem, have in common.
    struct Place: Decodable {
        let file: String?
        let line: Int?
        let commit: String?
    }

    struct Metadata: Decodable {
        let places: [Place]

        private enum CodingKeys: String, CodingKey {
            case data = "Data"
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            guard container.contains(.data), try !container.decodeNil(forKey: .data) else {
                places = []
                return
            }
            let sources = try container.nestedContainer(keyedBy: AnyKey.self, forKey: .data)
            places = try sources.allKeys.map { try sources.decode(Place.self, forKey: $0) }
        }
    }

    let metadata: Metadata?
    let detector: String?
    let raw: String?
    let rawPair: String?

    private enum CodingKeys: String, CodingKey {
        case metadata = "SourceMetadata"
        case detector = "DetectorName"
        case raw = "Raw"
        case rawPair = "RawV2"
    }

    var finding: ForeignFinding {
        let place = metadata?.places.first
        return ForeignFinding(
            tool: "trufflehog", ruleID: detector, path: place?.file, line: place?.line, commit: place?.commit,
            secret: raw, match: rawPair)
    }
}
