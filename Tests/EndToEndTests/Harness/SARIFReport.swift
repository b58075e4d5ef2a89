import Foundation

/// The parts of a SARIF report that tests look at.
struct SARIFReport: Decodable {
    struct Run: Decodable {
        struct Details: Decodable { let id: String }
        let automationDetails: Details
        let results: [Result]
    }

    struct Result: Decodable {
        struct Place: Decodable { let physicalLocation: Physical }
        struct Physical: Decodable {
            let artifactLocation: Artifact
            let region: Region
        }
        struct Artifact: Decodable { let uri: String }
        struct Region: Decodable { let startLine: Int }

        let ruleId: String
        let locations: [Place]

        var uri: String { locations.first?.physicalLocation.artifactLocation.uri ?? "" }
    }

    let version: String
    let runs: [Run]

    var results: [Result] { runs.flatMap(\.results) }

    init(_ bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(SARIFReport.self, from: Data(bytes))
    }
}
