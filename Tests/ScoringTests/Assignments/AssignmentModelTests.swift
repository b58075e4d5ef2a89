import Findings
import Testing

@testable import Scoring

/// The tables, and what they make of values. The figures of the whole are measured in Benchmarks/assignments.
@Suite struct AssignmentModelTests {
    // Values, in names that do not say what they are.
    private static let long = "q8Zt2Lk9Vw4Rj7X" + "b1Nc5Hd3"
    private static let short = "h7Rk2Vq9" + "Wm"
    private static let other = "tR5kVq2" + "wZ8x"
    private static let hexadecimal = "9f8c2e7a1b6d4f0e" + "3c5a8b7d2f4e6a1c"

    /// The value of a marked line, judged.
    private func score(_ marked: String, in path: String, confidence: Float = 1) throws -> Judgement {
        let line = try MarkedLine(marked)
        return AssignedValueProof.judge(
            line.bytes.span, match: line.match, secret: line.value, confidence: confidence,
            file: FileKind(path: Array(path.utf8)))
    }

    @Test func theTablesBelongToTheFeatures() {
        var features = FeatureVector()
        let text: [UInt8] = [97, 61, 98]
        AssignmentFeatures.write(text.span, match: 0..<3, secret: 2..<3, file: .unknown, to: &features)
        #expect(features.count == AssignmentModelTables.featureCount)
        #expect(AssignmentModelTables.features.allSatisfy { Int($0) < features.count })
    }

    @Test func theTablesAreTrees() {
        let nodes = AssignmentModelTables.features.count
        let leaves = AssignmentModelTables.leaves.count
        #expect(AssignmentModelTables.thresholds.count == nodes)
        var seenNodes = Set<Int>(), seenLeaves = Set<Int>()
        for child in AssignmentModelTables.left + AssignmentModelTables.right + AssignmentModelTables.roots {
            let isNew =
                child < 0 ? seenLeaves.insert(~Int(child)).inserted : seenNodes.insert(Int(child)).inserted
            #expect(isNew)
        }
        #expect(seenNodes == Set(0..<nodes) && seenLeaves == Set(0..<leaves))
        // A child stands behind its parent, so every walk ends.
        for node in 0..<nodes {
            for child in [AssignmentModelTables.left[node], AssignmentModelTables.right[node]] where child >= 0 {
                #expect(Int(child) > node)
            }
        }
    }

    @Test func theCalibrationRises() {
        let (margins, shares) = (AssignmentModelTables.calibrationMargins, AssignmentModelTables.calibrationShares)
        #expect(margins.count == shares.count && zip(margins, margins.dropFirst()).allSatisfy { $0 < $1 })
        #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 } && shares.allSatisfy { (0...1).contains($0) })
    }

    @Test(arguments: [
        ("  \"client_¦secret\": \"«\(long)»\"", "config/app.json"),
        ("MYSQL_¦PASSWORD=«\(short)»", "deploy/.env"),
        ("$db['¦password'] = '«\(other)»';", "src/config.php"),
        ("private static final String ACCESS_¦TOKEN = \"«\(hexadecimal)»\";", "src/Main.java"),
    ])
    func secretsAreOfMediumConfidence(marked: String, path: String) throws {
        #expect(try score(marked, in: path).score >= Confidence.medium.floor)
    }

    @Test(arguments: [
        ("¦password = «getpass.getpass»", "a.py"), ("  ¦password: «string»;", "a.ts"),
        (#"<label for="¦password" value="«Your password»">"#, "a.html"), ("¦token = «parser.next_token»", "a.py"),
        ("¦password: «<your password>»", "README.md"), ("¦key = «${SECRET_KEY}»", "a.sh"),
        (#""¦password": "«Passwort vergessen?»""#, "locales/de.json"), (#""sort_¦key": "«created_at»""#, "a.json"),
        (#"¦key_id: "«1b4e28ba-2fa1-11d2-883f-0016d3cca427»""#, "a.yml"), ("¦API_KEY=«xxxxxxxxxxxxxxxxxxxx»", ".env"),
        ("¦API_KEY=«your-api-key-here»", ".env"), (#"¦password = "«changeme»""#, "config.py"),
    ])
    func othersAreNot(marked: String, path: String) throws {
        #expect(try score(marked, in: path).score < Confidence.medium.floor)
    }

    @Test func throwawaysAreOfLowSeverity() throws {
        let throwaway = try score("POSTGRES_¦PASSWORD: «postgres»", in: "docker-compose.yml")
        #expect(throwaway.score > 0 && throwaway.severityLimit == .low)
        let chosen = try score("POSTGRES_¦PASSWORD: «\(Self.short)»", in: "docker-compose.yml")
        #expect(chosen.severityLimit == nil)
    }

    @Test func theLastKeywordIsJudged() throws {
        let value = "«\(Self.long)»"
        #expect(try score("¦secret_key=\(value)", in: ".env").score == 0)
        #expect(try score("secret_¦key=\(value)", in: ".env").score >= Confidence.medium.floor)
        #expect(try score("¦secret_keys_of=\(value)", in: ".env").score > 0)
        // The keyword of another rule.
        #expect(try score("¦password_key=\(value)", in: ".env").score > 0)
    }

    @Test func theRuleBoundsTheScore() throws {
        let judgement = try score("¦SALT=«\(Self.long)»", in: ".env", confidence: 0.4)
        #expect(judgement.score <= 0.4)
    }
}
