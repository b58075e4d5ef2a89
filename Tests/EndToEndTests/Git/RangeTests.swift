import Testing

extension EndToEndTests {
    /// `--range` and `--since`: what some commits bring in.
    @Suite struct RangeTests {
        private let old = Sample.token(1)
        private let new = Sample.token(2)

        /// `old`, then on a branch `new`, which is taken out again.
        private func fixture() throws -> GitFixture {
            try GitFixture(
                """
                put a.txt '\(old)'; commit first; git tag v1
                git checkout -q -b topic; put sub/b.txt x 'k \(new)'; commit 'add b'; rm sub/b.txt; commit 'remove b'
                put c.txt c; commit last; git tag -a v2 -m two
                """)
        }

        @Test(arguments: [
            "main..topic", "main..", "v1..v2", "topic~3..topic", "refs/tags/v1..refs/heads/topic", "v1..@",
        ])
        func onlyWhatIsNewIsFound(_ range: String) throws {
            let report = try fixture().scan("--range", range)
            #expect(report.code == 1 && report.secrets == [new] && report.addsUp, "\(report)")
            let finding = try report.finding(of: new)
            #expect(finding.path == "sub/b.txt" && finding.line == 2 && finding.column == 3)
            #expect(finding.history?.introduced?.subject == "add b", "\(report)")
        }

        /// Whoever reads "unreachable" does not look for the commit.
        @Test func whatARangeFindsIsReachable() throws {
            #expect(try fixture().scan("--range", "main..topic").finding(of: new).history?.reachable == true)
        }

        @Test func namesMayBeShort() throws {
            let fixture = try fixture()
            let (first, last) = (try fixture.run("git rev-parse --short=9 v1"), try fixture.run("git rev-parse topic"))
            #expect(try fixture.scan("--range", "\(first)..\(last)").secrets == [new])
        }

        @Test(arguments: ["..topic", "topic"]) func withoutABeginningItIsAll(_ range: String) throws {
            let report = try fixture().scan("--range", range)
            #expect(report.code == 1 && report.secrets == [old, new], "\(report)")
        }

        @Test(arguments: ["topic..topic", "topic..main", "HEAD.."]) func anEmptyRangeIsNotClean(_ range: String) throws
        {
            let report = try fixture().scan("--range", range)
            #expect(report.code == 3 && report.run.incomplete_reasons == ["empty-range"], "\(report)")
            let accepted = try fixture().scan("--range", range, "--accept-incomplete", "empty-range")
            #expect(accepted.code == 0, "\(accepted)")
        }

        @Test(arguments: [
            "nowhere..topic", "main..nowhere", "main...topic", "main..topic:a.txt", "..v1^{tree}", "-x..topic",
        ])
        func aNameThatLeadsNowhereIsRefused(_ range: String) throws {
            let fixture = try fixture()
            let outcome = try Command.keyhound("git", "--range=\(range)").with { $0.folder = fixture.file() }.run()
            #expect(outcome.code == 2 && outcome.output.isEmpty && !outcome.errors.isEmpty, "\(outcome)")
        }

        @Test func whatAMergeBringsInIsNew() throws {
            let (evil, message) = (Sample.token(3), Sample.token(4))
            let fixture = try GitFixture(
                """
                put a.txt a; commit first; git branch base; git checkout -q -b side; put s.txt s; commit side
                git checkout -q main; put m.txt m; commit main; git merge -q --no-commit --no-ff side
                put evil.txt '\(evil)'; commit 'evil \(message)'
                """)
            let report = try fixture.scan("--range", "base..")
            #expect(report.places(of: evil, kind: "blob").count == 1, "\(report)")
            #expect(report.places(of: message, kind: "commit").count == 1, "\(report)")
        }

        @Test func sinceADate() throws {
            let fixture = try GitFixture("put a.txt '\(old)'; commit old")
            let start = try fixture.run("date -u -d @$(($(git log -1 --format=%ct) + 1)) +%Y-%m-%dT%H:%M:%SZ")
            try fixture.run("git checkout -q -b topic; put b.txt '\(new)'; commit new; git checkout -q main")
            let report = try fixture.scan("--since", start)
            #expect(report.code == 1 && report.secrets == [new], "\(report)")
            #expect(try fixture.scan("--since", "2023-11-14").secrets == [old, new])
            #expect(try fixture.scan("--since", "9999w").secrets == [old, new])
            let none = try fixture.scan("--since", "1h")
            #expect(none.code == 3 && none.run.incomplete_reasons == ["empty-range"], "\(none)")
            for word in ["yesterday", "2023-13-01", "2023-11-14T25:00:00Z", "-1h", ""] {
                let outcome = try Command.keyhound("git", "--since=\(word)").with { $0.folder = fixture.file() }.run()
                #expect(outcome.code == 2 && !outcome.errors.isEmpty, "\(word): \(outcome)")
            }
        }
    }
}
