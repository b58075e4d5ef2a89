import Foundation

/// The parts of a SARIF file that tests look at.
struct ParsedSARIF: Decodable {
    struct Run: Decodable {
        let tool: Tool
        let automationDetails: AutomationDetails
        let invocations: [Invocation]
        let results: [Result]
    }

    struct Tool: Decodable {
        struct Driver: Decodable {
            let rules: [Rule]
        }
        struct Rule: Decodable {
            let id: String
        }
        let driver: Driver
    }

    struct AutomationDetails: Decodable {
        let id: String
    }

    struct Invocation: Decodable {
        let executionSuccessful: Bool
        let toolExecutionNotifications: [Notification]
    }

    struct Notification: Decodable {
        struct Descriptor: Decodable {
            let id: String
        }
        let descriptor: Descriptor
        let level: String
    }

    struct Result: Decodable {
        struct Location: Decodable {
            let physicalLocation: PhysicalLocation
        }
        struct PhysicalLocation: Decodable {
            let artifactLocation: ArtifactLocation
            let region: Region
        }
        struct ArtifactLocation: Decodable {
            let uri: String
            let uriBaseId: String?
        }
        struct Region: Decodable, Equatable {
            let startLine: Int
            var startColumn: Int?
            var endLine: Int?
            var endColumn: Int?
            var byteOffset: Int?
            var byteLength: Int?
        }

        struct Suppression: Decodable {
            let kind: String
            let status: String
            let justification: String?
        }

        let suppressions: [Suppression]?
        let baselineState: String?
        let ruleId: String
        let ruleIndex: Int
        let locations: [Location]
        let relatedLocations: [Location]?
        let partialFingerprints: [String: String]
        let fingerprints: [String: String]?

        var uri: String { locations.first?.physicalLocation.artifactLocation.uri ?? "" }
    }

    let runs: [Run]

    init(_ sink: MemorySink) throws {
        self = try JSONDecoder().decode(ParsedSARIF.self, from: Data(sink.bytes))
    }

    init(_ file: URL) throws {
        self = try JSONDecoder().decode(ParsedSARIF.self, from: Data(contentsOf: file))
    }

    /// The bytes that a percent-encoded path stands for.
    static func bytes(ofURI uri: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(uri.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
