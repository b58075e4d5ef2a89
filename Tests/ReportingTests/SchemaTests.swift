import Blobs
import Findings
import Foundation
import Reporting
import Testing

@Suite struct SchemaTests {
    private static let hasValidator = SchemaValidator.isAvailable
    private static let hasSARIFSchema = hasValidator && SchemaValidator.sarifSchema != nil

    private static let hasGitLabSchema = hasValidator && SchemaValidator.gitLabSchema != nil

    private static let reports = [
        Sample.report(), Sample.fullReport(), Sample.fullReport(showsSecrets: true),
        Sample.report([Sample.finding()], run: Sample.run(.interrupted)), HostileReport.report, inMembers,
        SampleMail.report(), SampleMail.report(showsSecrets: true),
        Sample.report(mail: SampleMail.mail([], organisation: [])),
    ]

    /// Findings in members of archives, one of them with a name that is not UTF-8.
    private static let inMembers: RunReport = {
        let archive = Provenance(.file("a.zip"))
        let names: [RawPath] = ["k", RawPath([0xFF, 0x21]), "../x"]
        return Sample.report(
            names.map { Sample.finding("a.zip", provenance: archive.appending(.member($0)).appending(.name)) })
    }()

    @Test(.enabled(if: hasValidator, "needs Python's jsonschema (python3-jsonschema)"), arguments: 0..<9)
    func jsonIsValid(_ index: Int) throws {
        let sink = try MemorySink.holding(Self.reports[index], as: .json)
        #expect(try SchemaValidator.problems(in: Data(sink.bytes), schema: SchemaValidator.reportSchema) == "")
    }

    @Test(.enabled(if: hasValidator, "needs Python's jsonschema (python3-jsonschema)"), arguments: 0..<9)
    func everyLineOfJSONLinesIsValid(_ index: Int) throws {
        let sink = try MemorySink.holding(Self.reports[index], as: .jsonl)
        let problems = try SchemaValidator.problems(
            in: Data(sink.bytes), schema: SchemaValidator.reportSchema, fragment: "#/$defs/line")
        #expect(problems == "")
    }

    @Test(.enabled(if: hasValidator, "needs Python's jsonschema (python3-jsonschema)"))
    func theSchemaRefusesUnknownMembers() throws {
        let sink = try MemorySink.holding(Sample.fullReport(), as: .json)
        for (member, intruder) in [("\"rule\":", "\"extra\":1,\"rule\":"), ("\"jit\":", "\"extra\":1,\"jit\":")] {
            let broken = sink.text.replacingOccurrences(of: member, with: intruder)
            let problems = try SchemaValidator.problems(in: Data(broken.utf8), schema: SchemaValidator.reportSchema)
            #expect(problems.contains("extra"))
        }
    }

    @Test(.enabled(if: hasValidator, "needs Python's jsonschema (python3-jsonschema)"), arguments: 0..<9)
    func sarifKeepsToItsSpecification(_ index: Int) throws {
        let sink = try MemorySink.holding(Self.reports[index], as: .sarif)
        let schema = SchemaValidator.writtenSARIFSchema
        #expect(try SchemaValidator.problems(in: Data(sink.bytes), schema: schema) == "")
    }

    @Test(.enabled(if: hasSARIFSchema, "needs jsonschema, and KEYHOUND_SARIF_SCHEMA (see README.md)"), arguments: 0..<9)
    func sarifIsValid(_ index: Int) throws {
        let schema = try #require(SchemaValidator.sarifSchema)
        let sink = try MemorySink.holding(Self.reports[index], as: .sarif)
        #expect(try SchemaValidator.problems(in: Data(sink.bytes), schema: schema) == "")
    }

    @Test(.enabled(if: hasValidator, "needs Python's jsonschema (python3-jsonschema)"), arguments: 0..<9)
    func gitLabReportsKeepToTheirSchema(_ index: Int) throws {
        let sink = try MemorySink.holding(Self.reports[index], as: .gitlab)
        let schema = SchemaValidator.writtenGitLabSchema
        #expect(try SchemaValidator.problems(in: Data(sink.bytes), schema: schema) == "")
    }

    @Test(
        .enabled(if: hasGitLabSchema, "needs jsonschema, and KEYHOUND_GITLAB_SCHEMA (see README.md)"), arguments: 0..<9)
    func gitLabReportsAreValid(_ index: Int) throws {
        let schema = try #require(SchemaValidator.gitLabSchema)
        let sink = try MemorySink.holding(Self.reports[index], as: .gitlab)
        #expect(try SchemaValidator.problems(in: Data(sink.bytes), schema: schema) == "")
    }
}
