import Crypto
import Migration
import Testing

@Suite struct ForeignIgnoresTests {
    private let commit = String(repeating: "0a", count: 20)
    private let secret = Array("not a real one".utf8)

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test func linesOfGitleaks() throws {
        let ignores = try ForeignIgnores(
            parsing: bytes(
                """
                # a comment
                ./src/app.py:generic-api-key:12

                \(commit):src/b.py:rule:7
                c:\\d.py:rule:9
                nonsense
                a:b:0
                """))
        #expect(ignores.format == .gitleaksIgnore)
        #expect(ignores.count == 3)
        #expect(ignores.notes.count == 2)
        func entry(_ path: String, _ line: Int, _ commit: String? = nil) -> Int? {
            ignores.entry(path: bytes(path), line: line, ruleID: "ours", commit: commit, secret: secret)
        }
        #expect(entry("src/app.py", 12) == 0)
        #expect(entry("src/app.py", 12, commit) == 0)
        #expect(entry("src/app.py", 13) == nil)
        #expect(entry("src/b.py", 7) == nil)
        #expect(entry("src/b.py", 7, commit.uppercased()) == 1)
        #expect(entry("c:/d.py", 9) == 2)
        #expect(ignores.reason(of: 1) == "taken over from .gitleaksignore, line 4")
    }

    @Test func aBaselineOfDetectSecrets() throws {
        let hash = Insecure.SHA1.hash(data: secret).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
            .joined()
        let ignores = try ForeignIgnores(
            parsing: bytes(
                """
                { "version": "1.5.0", "plugins_used": [], "results": {
                    "a.py": [
                        {"type": "Secret Keyword", "filename": "a.py", "hashed_secret": "\(hash)", "line_number": 3},
                        {"type": "Secret Keyword", "hashed_secret": "12", "line_number": 4}],
                    "b.py": [
                        {"type": "Base64", "hashed_secret": "\(hash)", "line_number": 3, "is_secret": true},
                        {"type": "Base64", "hashed_secret": "\(hash)", "is_secret": false}]}}
                """))
        #expect(ignores.format == .detectSecretsBaseline)
        #expect(ignores.count == 2)
        #expect(ignores.notes.count == 2)
        func entry(_ path: String, _ secret: [UInt8]) -> Int? {
            ignores.entry(path: bytes(path), line: 99, ruleID: "ours", commit: nil, secret: secret)
        }
        #expect(entry("a.py", secret) == 0)
        #expect(entry("a.py", secret + [0]) == nil)
        #expect(entry("b.py", secret) == 1)
        #expect(entry("c.py", secret) == nil)
        #expect(ignores.reason(of: 0) == "taken over from .secrets.baseline, a 'Secret Keyword'")
    }

    @Test(arguments: [
        "{", "{}", #"{"results": 7, "version": "1"}"#, #"{"results": {"a": {}}, "version": "1"}"#,
        #"{"results": {"a": [7]}, "version": "1"}"#, #"{"results": {"a": [{"hashed_secret": 7}]}, "version": "1"}"#,
    ])
    func otherJSONIsAnError(text: String) {
        #expect(throws: MigrationError.self) { try ForeignIgnores(parsing: bytes(text)) }
    }

    @Test func anyBytesAreLines() throws {
        #expect(try ForeignIgnores(parsing: []).count == 0)
        let ignores = try ForeignIgnores(parsing: [0xFF] + bytes(":r:1\n") + [0, 0xFE, 0x3A, 0x3A])
        #expect(ignores.count == 1)
        #expect(ignores.entry(path: [0xFF], line: 1, ruleID: "", commit: nil, secret: []) == 0)
    }
}
