import Testing

extension EndToEndTests {
    /// A secret that stands in many versions of a file is one finding, however git stores them.
    @Suite struct VersionTests {
        /// A long file, so that git makes deltas of its versions, that changes above and below the secret.
        private static func history(_ token: String) -> String {
            """
            lines() { seq 1 400 | sed 's/$/ is a line of no meaning/'; }
            { lines; echo 'start'; } >a.txt; commit clean
            for n in 1 2 3 4 5; do
                { seq 1 $n; lines; echo 'key = \(token)'; echo "end $n"; } >a.txt; commit "version $n"
            done
            { lines; echo 'end'; } >a.txt; commit removed
            commit empty
            """
        }

        @Test func manyVersionsAreOneFinding() throws {
            let token = Sample.token(1)
            let fixture = try GitFixture(Self.history(token))
            let report = try fixture.scan()
            #expect(report.code == 1 && report.findings.count == 1, "\(report)")
            let finding = try report.finding(of: token)
            #expect(finding.place == "a.txt:402:7 blob (version 1) reachable", "\(report)")
            let history = try #require(finding.history)
            #expect(history.versions == 5 && history.last?.subject == "version 5", "\(history)")
            #expect(history.introduced?.author == "A U Thor <author@example.org>")
            let id = try fixture.run("TZ=UTC git log --format='%H %ad' --date=format-local:%FT%TZ --grep 'version 1'")
                .split(separator: " ").map(String.init)
            #expect(history.introduced.map { [$0.commit, $0.date] } == id)
        }

        @Test func theStoreMakesNoDifference() throws {
            let token = Sample.token(2)
            let fixture = try GitFixture(Self.history(token))
            let loose = try fixture.scan()
            try fixture.run("git gc -q --no-prune")
            let deltas = try fixture.run(
                "git cat-file --batch-all-objects --batch-check='%(deltabase)' | sort -u | wc -l")
            #expect(Int(deltas.trimmingPrefix { $0 == " " }) ?? 0 > 3)
            let packed = try fixture.scan()
            // The account tells of files of the store, which are others now.
            #expect(Self.findings(packed) == Self.findings(loose))
            #expect(!Self.findings(packed).isEmpty)
            // The same as a bundle of loose files again.
            try fixture.run("mv .git/objects/pack/*.pack ../; for f in ../*.pack; do git unpack-objects -q <$f; done")
            try fixture.run("rm -f .git/objects/pack/*")
            #expect(Self.findings(try fixture.scan()) == Self.findings(loose))
        }

        @Test func workersMakeNoDifference() throws {
            let token = Sample.token(3)
            let fixture = try GitFixture(Self.history(token) + "\ngit gc -q; put b.txt '\(token)'; commit loose")
            let reference = JSONReport.withoutRun(try fixture.scan("-j", "1").bytes)
            for workers in ["2", "7"] {
                #expect(JSONReport.withoutRun(try fixture.scan("-j", workers).bytes) == reference, "-j \(workers)")
            }
        }

        /// What comes back is the same finding, and what stands twice in one version is two.
        @Test func comingBackAndStandingTwice() throws {
            let (back, twice) = (Sample.token(4), Sample.token(5))
            let fixture = try GitFixture(
                """
                put a.txt '\(back)'; commit one; put a.txt clean; commit two; put a.txt x '\(back)'; commit three
                put b.txt '\(twice)' '\(twice)'; commit four; put b.txt '\(twice)' y '\(twice)'; commit five
                """)
            let report = try fixture.scan()
            let finding = try report.finding(of: back)
            #expect(finding.place == "a.txt:1:1 blob (one) reachable in-head", "\(report)")
            #expect(finding.history?.versions == 2 && finding.history?.last?.subject == "five")
            let both = report.findings.filter { $0.secret.value == twice }
            #expect(both.map(\.line) == [1, 2] && both.allSatisfy { $0.history?.versions == 2 }, "\(report)")
        }

        private static func findings(_ report: GitReport) -> [Substring] {
            String(decoding: report.bytes, as: UTF8.self).split(separator: "\n").drop { !$0.hasPrefix("\"findings\"") }
                .map { $0 }
        }
    }
}
