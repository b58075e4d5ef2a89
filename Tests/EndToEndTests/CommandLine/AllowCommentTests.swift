import Testing

extension EndToEndTests {
    /// Secrets that a comment lets be.
    @Suite struct AllowCommentTests {
        @Test func aCommentSuppressesAndIsCounted() throws {
            let folder = try TemporaryFolder()
            try folder.write("a.py", "key = '\(Sample.keyID(1))'  # keyhound:allow revoked in March\n")
            let outcome = try Command.scan(folder.path).run()
            let report = try outcome.report()
            #expect(outcome.code == 0 && report.findings.isEmpty, "\(outcome)")
            #expect(report.dropped.suppressed.map(\.kind) == ["inline"] && report.dropped.suppressed[0].count == 1)
            #expect(report.suppressed?.first?.suppression?.reason == "revoked in March")
            #expect(!outcome.text.contains(Sample.keyID(1)))
        }

        @Test func withoutAReasonItSuppressesNothing() throws {
            let folder = try TemporaryFolder()
            try folder.write("a.py", "key = '\(Sample.keyID(1))'  # keyhound:allow\n")
            let outcome = try Command.keyhound("scan", folder.path).run()
            #expect(outcome.code == 1 && outcome.text.contains("its keyhound:allow gives no reason"), "\(outcome)")
        }

        @Test func commentsCanBeDenied() throws {
            let folder = try TemporaryFolder()
            try folder.write("a.py", "key = '\(Sample.keyID(1))'  # gitleaks:allow\n")
            #expect(try Command.scan(folder.path).run().code == 0)
            let outcome = try Command.scan(folder.path, "--no-inline-allow").run()
            #expect(outcome.code == 1, "\(outcome)")
            #expect(try outcome.report().findings.count == 1)
            #expect(try outcome.report().dropped.denied_allows == 1)
        }

        @Test func anotherPlaceOfTheSecretStillCounts() throws {
            let folder = try TemporaryFolder()
            try folder.write("a.py", "key = '\(Sample.keyID(1))'  # keyhound:allow an example\n")
            try folder.write("b.py", "key = '\(Sample.keyID(1))'\n")
            let report = try Command.scan(folder.path).run().report()
            #expect(report.findings.map(\.path) == ["\(folder.path)/b.py"])
        }
    }
}
