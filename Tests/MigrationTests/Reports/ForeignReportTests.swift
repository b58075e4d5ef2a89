import Migration
import Testing

@Suite struct ForeignReportTests {
    private func findings(_ text: String) throws -> [ForeignFinding] {
        try ForeignReport.findings(in: Array(text.utf8))
    }

    private func text(_ bytes: [UInt8]?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

    @Test func anArrayOfGitleaks() throws {
        let found = try findings(
            """
            [{"RuleID": "acme", "File": "./a/b.py", "StartLine": 3, "Secret": "s1", "Match": "k=s1", "Commit": "c0"},
             {"RuleID": "acme", "File": "c.py", "StartLine": 0, "Secret": "REDACTED", "Match": "k=REDACTED",
              "Commit": ""}]
            """)
        #expect(found.map(\.tool) == ["gitleaks", "gitleaks"])
        #expect(found.map { text($0.path) } == ["a/b.py", "c.py"])
        #expect(found.map(\.line) == [3, nil])
        #expect(found.map(\.commit) == ["c0", nil])
        #expect(found.map { text($0.secret) } == ["s1", nil])
        #expect(found.map { text($0.match) } == ["k=s1", nil])
        #expect(try findings("[]").isEmpty)
    }

    @Test func betterleaksAsObjectAndAsLines() throws {
        let one = """
            {"rule_id": "acme", "match": {"full": "k=s1", "value": "s1"}, "attributes": {"git.sha": "c0", "x": 1},\
             "location": {"path": "a.py", "start_line": 2}}
            """
        let object = try findings(#"{"schema_version": "1", "findings": ["# + one + "]}")
        let lines = try findings(
            #"{"schema_version":"1","finding":"# + one + "}\n\n"
                + #"{"schema_version":"1","scan":{"state":"complete"}}"#)
        for found in [object, lines] {
            #expect(found.map(\.ruleID) == ["acme"])
            #expect(found.map(\.line) == [2])
            #expect(found.map(\.commit) == ["c0"])
            #expect(found.map { text($0.secret) } == ["s1"])
        }
    }

    @Test func linesOfTruffleHog() throws {
        let found = try findings(
            """
            {"SourceMetadata":{"Data":{"Git":{"commit":"c0","file":"a.py","line":4}}},"DetectorName":"Acme","Raw":"s1"}
            {"SourceMetadata":{"Data":{"Filesystem":{"file":"b.py"}}},"DetectorName":"Acme","Raw":"","RawV2":"s1s2"}
            {"SourceMetadata":{"Data":null},"DetectorName":"Acme","Raw":"s3"}
            """)
        #expect(found.map { text($0.path) } == ["a.py", "b.py", ""])
        #expect(found.map(\.line) == [4, nil, nil])
        #expect(found.map(\.commit) == ["c0", nil, nil])
        #expect(found.map { text($0.secret) } == ["s1", nil, "s3"])
        #expect(found.map { text($0.match) } == [nil, "s1s2", nil])
    }

    @Test func kingfisherWithItsSummary() throws {
        let one = """
            {"rule": {"id": "kingfisher.acme.1"}, "finding": {"snippet": "s1", "line": 2,\
             "path": "a.py", "entropy": "4.8",\
             "git_metadata": {"commit": {"id": "c0"}}}}
            """
        let summary = "\n" + #"{"findings":1,"rules_applied":488}"# + "\n"
        for report in [#"{"findings":["# + one + "]}", #"{"findings":["# + one + "]}" + summary, one + summary] {
            let found = try findings(report)
            #expect(found.map(\.ruleID) == ["kingfisher.acme.1"])
            #expect(found.map(\.commit) == ["c0"])
            #expect(found.map { text($0.secret) } == ["s1"])
        }
    }

    @Test func sarifOfAnyTool() throws {
        func report(_ tool: String) -> String {
            """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "\(tool)"}}, "results": [
              {"ruleId": "acme", "partialFingerprints": {"commitSha": "c0"}, "locations": [{"physicalLocation": {
                "artifactLocation": {"uri": "file:///a%20b.py"},
                "region": {"startLine": 7, "snippet": {"text": "s1"}}}}]},
              {"rule": {"id": "bravo"}}]}, {}]}
            """
        }
        let found = try findings(report("Acme scanner"))
        #expect(found.map(\.ruleID) == ["acme", "bravo"])
        #expect(found.map { text($0.path) } == ["/a b.py", ""])
        #expect(found.map(\.line) == [7, nil])
        #expect(found.map { text($0.match) } == ["s1", nil])
        #expect(found.map { text($0.secret) } == [nil, nil])
        #expect(try findings(report("gitleaks")).map { text($0.secret) } == ["s1", nil])
    }

    @Test func aBaselineHasNoSecrets() throws {
        let found = try findings(
            """
            {"results": {"a.py": [{"type": "Keyword", "hashed_secret": "00", "line_number": 5}]},
             "plugins_used": []}
            """)
        #expect(found.map(\.ruleID) == ["Keyword"])
        #expect(found.map(\.line) == [5])
        #expect(found[0].secret == nil)
    }

    @Test(arguments: [
        "", "x", "7", "{}", "[{}]", "[7]", "{", "[", #"{"runs": 7}"#, #"{"runs": [{"results": {}}]}"#,
        #"[{"RuleID": "a", "File": 7}]"#, #"{"a": 1}"# + "\n" + #"{"b": 2}"#, #"{"SourceMetadata": 7}"#,
        #"{"schema_version": "1", "findings": 7}"#, "{\"runs\": \"\u{0}\"}", #"{"rule": {}, "finding": {"line": "x"}}"#,
    ])
    func otherContentIsAnError(text: String) {
        #expect(throws: MigrationError.self) { try findings(text) }
    }

    @Test func depthAndDamage() throws {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: MigrationError.self) { try findings(deep) }
        #expect(throws: MigrationError.self) { try findings(#"{"runs":"# + deep) }
        #expect(throws: MigrationError.self) { try ForeignReport.findings(in: Array("[\"".utf8) + [0xFF, 0x22, 0x5D]) }
        do throws(MigrationError) {
            _ = try ForeignReport.findings(in: Array("{\"SourceMetadata\":{}}\n{\"Raw\":\n".utf8))
        } catch {
            #expect(error.line == 2)
        }
    }

    @Test func nothingOfASecretIsShown() throws {
        let value = "hush" + "hush"
        let found = try findings(#"[{"RuleID": "a", "File": "b", "Secret": ""# + value + #""}]"#)
        var dumped = ""
        dump(found, to: &dumped)
        #expect(!dumped.contains("104"))
        #expect(!"\(found)".contains("104"))
    }
}
