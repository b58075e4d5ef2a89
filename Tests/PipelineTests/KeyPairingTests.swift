import Blobs
import Findings
import RuleCompilation
import Testing

@testable import Pipeline

/// Private keys and the public halves that stand elsewhere in the same tree.
@Suite struct KeyPairingTests {
    private static let folder = TemporaryTree.memory

    /// A private key, a public line of the same key and one of another: `Samples` make no such pairs.
    private static func write(_ tree: TemporaryTree, key: String, half: String, other: String) throws {
        try tree.run("ssh-keygen -q -t ed25519 -N '' -C site@example.org -f '\(key)' && mv '\(key).pub' '\(half)'")
        try tree.run("ssh-keygen -q -t ed25519 -N '' -C no@example.org -f gone && mv gone.pub '\(other)' && rm gone")
    }

    private static func details(_ result: RunResult) -> [[String: String]] {
        result.findings.map { finding in
            Dictionary(finding.details.map { ($0.name, $0.value) }) { first, _ in first }
        }
    }

    @Test func halvesInTwoFilesAreJoined() throws {
        let tree = try TemporaryTree(in: Self.folder)
        try Self.write(tree, key: "id", half: "z.pub", other: "a.pub")
        let result = try Runs.scan([tree.path])
        let finding = try #require(result.findings.first)
        #expect(result.findings.count == 1 && finding.verdict == .proven)
        let facts = Self.details(result)[0]
        #expect(facts["pair"] == "public key" && facts["pair_name"] == "site@example.org")
        #expect(facts["pair_place"] == tree.file("z.pub") + ":1")
        #expect(
            finding.reason.hasSuffix(
                ", and belongs to the public key for site@example.org at \(tree.file("z.pub")):1"))
    }

    @Test func halvesInOneFileAreJoined() throws {
        let tree = try TemporaryTree(in: Self.folder)
        try tree.run(
            "openssl req -x509 -newkey rsa:1024 -nodes -keyout k -out c -subj /CN=example.org 2>/dev/null && "
                + "cat k c > both.pem && rm k c")
        let result = try Runs.scan([tree.path])
        let facts = try #require(Self.details(result).first)
        #expect(facts["pair"] == "certificate" && facts["pair_name"] == "example.org")
        #expect(facts["pair_expires"] != nil)
        #expect(facts["pair_place"]?.hasPrefix(tree.file("both.pem") + ":") == true)
        #expect(facts["pair_place"]?.hasSuffix(":1") == false)
    }

    @Test func anotherKeysHalfIsNotJoined() throws {
        let tree = try TemporaryTree(in: Self.folder)
        try Self.write(tree, key: "id", half: "z.pub", other: "a.pub")
        try tree.run("rm z.pub")
        let result = try Runs.scan([tree.path])
        #expect(result.findings.count == 1 && Self.details(result)[0]["pair"] == nil)
    }

    /// A certificate before a bare key, then the first by path and line, whoever was faster.
    @Test func choiceDoesNotDependOnWorkers() throws {
        let tree = try TemporaryTree(in: Self.folder)
        for index in 0..<30 {
            try tree.run(
                "mkdir d\(index) && cd d\(index) && openssl req -x509 -newkey rsa:1024 -nodes -keyout k -out z.crt "
                    + "-subj /CN=host\(index).example 2>/dev/null && openssl pkey -in k -pubout -out a.pub && "
                    + "cp z.crt y.crt && ln y.crt x.crt && cp k l")
        }
        let expected = try Runs.scan([tree.path], workers: 1)
        #expect(expected.findings.count == 60)
        for (index, facts) in Self.details(expected).enumerated() {
            #expect(facts["pair"] == "certificate", "\(index)")
            #expect(facts["pair_place"]?.hasSuffix("/x.crt:1") == true)
        }
        for (workers, chunk) in [(2, nil), (8, nil), (8, 4_096), (2, 10_000)] as [(Int, Int?)] {
            let other = try Runs.scan([tree.path], workers: workers, chunkSize: chunk)
            #expect(other.lines == expected.lines)
            #expect(other.findings.map(\.reason) == expected.findings.map(\.reason))
        }
    }
}
