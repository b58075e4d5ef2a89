import Foundation
import Testing

/// Keyhound scans its own tree: no file of this target or its tests may hold what looks like a credential.
@Suite struct TreeTests {
    @Test(arguments: ["Sources/Scoring", "Tests/ScoringTests"])
    func noFileHoldsACredential(folder: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let files = try #require(
            FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil))
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(!text.contains(/(AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}/), "\(file.lastPathComponent)")
            #expect(!text.contains(/-----BEGIN [A-Z ]*PRIVATE KEY/), "\(file.lastPathComponent)")
            #expect(!text.contains(/["'][A-Za-z0-9+\/]{40}["']/), "\(file.lastPathComponent)")
        }
    }
}
