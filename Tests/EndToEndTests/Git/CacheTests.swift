import Testing

extension EndToEndTests {
    /// `--cache`: what nothing was found in is not read again.
    @Suite struct CacheTests {
        private let secret = Sample.token(1)

        private func fixture() throws -> GitFixture {
            try GitFixture(
                "put a.txt one; commit one; put b.txt two; commit two; put c.txt three; commit three")
        }

        @Test func onlyNewObjectsAreRead() throws {
            let fixture = try fixture()
            let cache = fixture.file("cache")
            let first = try fixture.scan("--cache", cache)
            #expect(first.code == 0 && first.coverage.examined.remembered == nil, "\(first)")
            let second = try fixture.scan("--cache", cache)
            #expect(second.code == 0 && second.addsUp && second.coverage.examined.remembered == 9, "\(second)")
            #expect(second.coverage.seen.units == first.coverage.seen.units)
            try fixture.run("put d.txt '\(secret)'; commit four")
            let third = try fixture.scan("--cache", cache)
            #expect(third.code == 1 && third.secrets == [secret] && third.addsUp, "\(third)")
            let finding = try third.finding(of: secret)
            #expect(finding.path == "d.txt" && finding.history?.introduced?.subject == "four")
            // It is found as long as it is there.
            #expect(try fixture.scan("--cache", cache).secrets == [secret])
        }

        @Test func otherRulesKnowNothing() throws {
            let fixture = try fixture()
            let cache = fixture.file("cache")
            try fixture.run("put d.txt '\(secret)'; commit four")
            #expect(try fixture.scan("--cache", cache, "--only", "aws-access-key-id").code == 0)
            #expect(try fixture.scan("--cache", cache).secrets == [secret])
        }

        @Test func changesUseItToo() throws {
            let fixture = try fixture()
            let cache = fixture.file("cache")
            #expect(try fixture.scan("--cache", cache, "--range", "..main").code == 0)
            let second = try fixture.scan("--cache", cache, "--range", "..main")
            #expect(second.code == 0 && second.coverage.examined.remembered == 3, "\(second)")
        }

        @Test func itHoldsNoSecretAndIsForItsOwnerOnly() throws {
            let fixture = try fixture()
            try fixture.run("put d.txt '\(secret)'; commit four; put 'e \(secret)' x; commit five")
            _ = try fixture.scan("--cache", fixture.file("cache"))
            #expect(try fixture.attempt("grep -c '\(secret.suffix(20))' cache", in: "").text == "0\n")
            #expect(try fixture.run("stat -c %a cache", in: "") == "600")
        }

        @Test func withoutAUsableCacheTheScanGoesOn() throws {
            let fixture = try fixture()
            try fixture.run("put d.txt '\(secret)'; commit four; echo text > ../text; ln -s text ../link")
            for name in ["text", "link", "nowhere/cache", "."] {
                let report = try fixture.scan("--cache", fixture.file(name))
                #expect(report.code == 1 && report.secrets == [secret], "\(report)")
                #expect(report.outcome.errorText.contains("scanning without it"), "\(report)")
            }
            #expect(try fixture.run("cat text", in: "") == "text")
        }
    }
}
