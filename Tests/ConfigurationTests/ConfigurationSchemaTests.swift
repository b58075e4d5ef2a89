import Findings
import Foundation
import Testing

@testable import Configuration

/// The published schema says of the configuration what the program does.
@Suite struct ConfigurationSchemaTests {
    private typealias Object = [String: Any]

    /// The value of a key in TOML, and whether it is what holds without the key.
    private struct Sample {
        let value: String
        let isDefault: Bool
    }

    private let schema: Object

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Schemas/keyhound-configuration-1.schema.json").standardized
        schema = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? Object)
    }

    /// The sections with their keys, each with its part of the schema.
    private func sections() throws -> [String: [String: Object]] {
        try #require(schema["properties"] as? [String: Object]).mapValues { section in
            try #require(section["properties"] as? [String: Object])
        }
    }

    private func settings(_ text: String) throws -> [Configuration.Setting] {
        try Configuration(parsing: Array(text.utf8), name: "k.toml").settings
    }

    /// Values that the schema allows: each of an enumeration, both of a flag, and an example of anything else.
    private func samples(of key: Object) -> [Sample] {
        let normal = key["default"]
        if let names = key["enum"] as? [String] {
            return names.map { Sample(value: "'\($0)'", isDefault: $0 == normal as? String) }
        }
        switch key["type"] as? String {
        case "boolean":
            return [true, false].map { (flag: Bool) in
                Sample(value: "\(flag)", isDefault: flag == normal as? Bool)
            }
        case "integer":
            return ["minimum", "maximum"].compactMap { key[$0] as? Int }
                .map { Sample(value: "\($0)", isDefault: false) }
        case "array":
            return [Sample(value: "['size']", isDefault: false), Sample(value: "[]", isDefault: true)]
        default:
            let example = (key["examples"] as? [String])?.first ?? "x"
            return [Sample(value: "'\(example)'", isDefault: false)]
        }
    }

    @Test func everyKeyOfTheSchemaIsKnownAndNoOther() throws {
        let ofTheSchema = try sections().flatMap { section, keys in keys.keys.map { "\(section).\($0)" } }
        var section = Substring()
        var ofTheProgram: [String] = []
        for line in ConfigurationTests.everyKey.split(separator: "\n") {
            if line.hasPrefix("[") {
                section = line.dropFirst().dropLast()
            } else if let key = line.split(separator: " ").first {
                ofTheProgram.append("\(section).\(key)")
            }
        }
        #expect(ofTheSchema.sorted() == ofTheProgram.sorted())
        // The text has every key that the program makes an option of.
        let keys = Set(try settings(ConfigurationTests.everyKey).map(\.key))
        #expect(keys == Set(ofTheProgram.compactMap { $0.split(separator: ".").last.map(String.init) }))
    }

    @Test func theProgramTakesWhatTheSchemaAllows() throws {
        for (section, keys) in try sections() {
            for (name, key) in keys {
                for sample in samples(of: key) {
                    let found = try settings("[\(section)]\n\(name) = \(sample.value)\n")
                    #expect(found.allSatisfy { $0.key == name && $0.line == 2 }, "\(name)")
                    // A default changes nothing: it gives no option, or the one that holds anyway.
                    let isChoice = key["enum"] != nil
                    #expect(isChoice || found.isEmpty == sample.isDefault, "\(name) = \(sample.value)")
                }
            }
        }
    }

    @Test func theProgramRefusesWhatTheSchemaDoes() throws {
        for (section, keys) in try sections() {
            #expect(throws: (any Error).self) { try settings("[\(section)]\nno_such_key = true\n") }
            for (name, key) in keys {
                let wrong = key["type"] as? String == "boolean" ? "1" : "true"
                #expect(throws: (any Error).self, "\(name)") { try settings("[\(section)]\n\(name) = \(wrong)\n") }
                guard key["enum"] != nil else { continue }
                #expect(throws: (any Error).self, "\(name)") { try settings("[\(section)]\n\(name) = 'other'\n") }
            }
        }
    }

    @Test func theReasonsAreThoseThatMayBeAccepted() throws {
        let key = try #require(try sections()["results"]?["accept_incomplete"])
        let names = try #require((key["items"] as? Object)?["enum"] as? [String])
        let reasons = SkipReason.allCases.filter(\.isAcceptable).map(\.rawValue)
        let short = reasons.compactMap { $0.split(separator: ":").last.map(String.init) }
        #expect(Set(names) == Set(reasons + short))
    }

    @Test func everythingIsDescribedAndNothingElseAllowed() throws {
        #expect(schema["additionalProperties"] as? Bool == false)
        for (name, section) in try #require(schema["properties"] as? [String: Object]) {
            #expect(section["additionalProperties"] as? Bool == false && section["description"] is String, "\(name)")
        }
        for (name, key) in try sections().flatMap({ Array($0.value) }) {
            #expect(key["description"] is String && (key["type"] is String || key["$ref"] is String), "\(name)")
        }
    }
}
