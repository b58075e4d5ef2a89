import Foundation

/// Validates JSON against a JSON Schema with Python's `jsonschema` (Debian: `python3-jsonschema`), in a child process.
enum SchemaValidator {
    static let reportSchema = repositoryFile("Schemas/keyhound-report-1.schema.json")

    /// The part of SARIF that Keyhound writes, after the text of the specification; nothing else is allowed.
    static let writtenSARIFSchema = repositoryFile(
        "Tests/ReportingTests/Fixtures/sarif-2.1.0-as-written.schema.json")

    /// The OASIS schema, which this repository does not hold: where it lies says `KEYHOUND_SARIF_SCHEMA`.
    static let sarifSchema = ProcessInfo.processInfo.environment["KEYHOUND_SARIF_SCHEMA"].map {
        URL(filePath: $0)
    }

    /// The part of GitLab's secret detection report that Keyhound writes; nothing else is allowed.
    static let writtenGitLabSchema = repositoryFile(
        "Tests/ReportingTests/Fixtures/gitlab-secret-detection-15-as-written.schema.json")

    /// GitLab's own schema, which this repository does not hold: where it lies says `KEYHOUND_GITLAB_SCHEMA`.
    static let gitLabSchema = ProcessInfo.processInfo.environment["KEYHOUND_GITLAB_SCHEMA"].map {
        URL(filePath: $0)
    }

    static let isAvailable = (try? run("import jsonschema", [], input: Data()))?.status == 0

    /// What is wrong with `document`, a line each; empty when it is valid.
    ///
    /// - Parameter fragment: which part of the schema applies, such as `#/$defs/line`. Every line of `document` is
    ///   then a document of its own.
    static func problems(in document: Data, schema: URL, fragment: String? = nil) throws -> String {
        let result = try run(script, [schema.path()] + (fragment.map { [$0] } ?? []), input: document)
        return result.status == 0 ? result.output : "python3 failed: \(result.output)"
    }

    /// Also strict where Python's parser is not: constants that are no JSON, and members named twice, are errors.
    private static let script = """
        import json, sys, jsonschema
        def unique(pairs):
            keys = [key for key, _ in pairs]
            assert len(keys) == len(set(keys)), keys
            return dict(pairs)
        def constant(text):
            raise ValueError(text)
        def parse(text):
            return json.loads(text, object_pairs_hook=unique, parse_constant=constant)
        schema = json.load(open(sys.argv[1], encoding="utf-8"))
        if len(sys.argv) > 2:
            schema = {"$schema": schema["$schema"], "$ref": sys.argv[2], "$defs": schema["$defs"]}
        text = sys.stdin.buffer.read().decode("utf-8", errors="strict")
        documents = text.splitlines() if len(sys.argv) > 2 else [text]
        kind = jsonschema.validators.validator_for(schema)
        kind.check_schema(schema)
        validator = kind(schema)
        for document in documents:
            for error in validator.iter_errors(parse(document)):
                print("/".join(map(str, error.absolute_path)), error.message[:500])
        """

    private static func run(
        _ script: String, _ arguments: [String], input: Data
    ) throws -> (status: Int32, output: String) {
        let folder = try ScratchFolder()
        try input.write(to: folder.file("input"))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script] + arguments
        process.standardInput = try FileHandle(forReadingFrom: folder.file("input"))
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    private static func repositoryFile(_ path: String) -> URL {
        var root = URL(filePath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return root.appending(path: path)
    }
}
