import Testing

extension EndToEndTests {
    /// `--push` and `--receive`, told on standard input what a push is about.
    @Suite struct PushTests {
        private static let zero = String(repeating: "0", count: 40)
        private static let unknown = String(repeating: "7", count: 40)
        private let pushed = Sample.token(1)
        private let own = Sample.token(2)
        private let side = Sample.token(3)

        /// `main` is one commit ahead of `origin`, and `side` one more.
        private func fixture() throws -> GitFixture {
            try GitFixture(
                """
                put a.txt '\(pushed)'; commit shared; git update-ref refs/remotes/origin/main HEAD
                put b.txt x '\(own)'; commit own; git checkout -q -b side; put c.txt '\(side)'; commit side
                """)
        }

        private func ids(_ fixture: GitFixture) throws -> (base: String, main: String, side: String) {
            let ids = try fixture.run("git rev-parse main~1 main side").split(separator: "\n").map(String.init)
            try #require(ids.count == 3)
            return (ids[0], ids[1], ids[2])
        }

        /// Whether the branch is new there, is known, or is at a commit that nobody has fetched.
        @Test func onlyWhatTheRemoteLacks() throws {
            let fixture = try fixture()
            let ids = try ids(fixture)
            for old in [Self.zero, ids.base, Self.unknown] {
                let report = try fixture.scan("--push", input: "refs/heads/main \(ids.main) refs/heads/main \(old)\n")
                #expect(report.code == 1 && report.secrets == [own] && report.run.state == "complete", "\(report)")
                let finding = try report.finding(of: own)
                #expect(finding.place == "b.txt:2:1 blob (own) reachable", "\(report)")
                #expect(finding.history?.references == ["refs/heads/main"])
            }
        }

        /// What the remote has under another name need not be sent.
        @Test func aForcePush() throws {
            let fixture = try fixture()
            let forced = Sample.token(4)
            try fixture.run(
                """
                git update-ref refs/remotes/origin/main main
                git checkout -q -B main main~1; put d.txt '\(forced)'; commit d
                """
            )
            let (old, new) = (try fixture.run("git rev-parse origin/main"), try fixture.run("git rev-parse HEAD"))
            let report = try fixture.scan("--push", input: "refs/heads/main \(new) refs/heads/main \(old)\n")
            #expect(report.code == 1 && report.secrets == [forced], "\(report)")
        }

        @Test func deletionsAndNothingAreClean() throws {
            let fixture = try fixture()
            let ids = try ids(fixture)
            for input in ["", "(delete) \(Self.zero) refs/heads/old \(ids.base)\n"] {
                let report = try fixture.scan("--push", input: input)
                #expect(report.code == 0 && report.outcome.errorText.contains("nothing to scan"), "\(report)")
            }
        }

        @Test func severalReferences() throws {
            let fixture = try fixture()
            let tag = Sample.token(5)
            try fixture.run("git tag -a v1 -m 'tag \(tag)' main~1")
            let ids = try ids(fixture)
            let input = """
                refs/heads/main \(ids.main) refs/heads/main \(ids.base)
                (delete) \(Self.zero) refs/heads/old \(ids.base)
                refs/heads/side \(ids.side) refs/heads/side \(Self.zero)
                refs/tags/v1 \(try fixture.run("git rev-parse v1")) refs/tags/v1 \(Self.zero)

                """
            let report = try fixture.scan("--push", input: input)
            #expect(report.code == 1 && report.secrets == [own, side, tag], "\(report)")
            #expect(report.places(of: tag, kind: "tag").count == 1)
        }

        @Test(arguments: ["one two three\n", "refs/heads/main xyz refs/heads/main 0\n", "\u{0}\n"])
        func otherInputIsRefused(_ input: String) throws {
            let fixture = try fixture()
            for mode in ["--push", "--receive"] {
                let outcome = try Command.keyhound("git", mode).with {
                    $0.folder = fixture.file()
                    $0.input = .bytes(Array(input.utf8))
                }.run()
                #expect(outcome.code == 2 && outcome.output.isEmpty && !outcome.errors.isEmpty, "\(outcome)")
            }
        }

        /// An object that the remote wants and this repository has lost: not clean.
        @Test func aTipThatIsNotThereIsMissing() throws {
            let report = try fixture().scan(
                "--push", input: "refs/heads/main \(Self.unknown) refs/heads/main \(Self.zero)\n")
            #expect(report.code == 3 && report.run.incomplete_reasons == ["missing-objects"], "\(report)")
        }

        @Test func inASHA256Repository() throws {
            let fixture = try GitFixture("put a.txt '\(own)'; commit own", options: "--object-format=sha256")
            let (id, zero) = (try fixture.run("git rev-parse main"), String(repeating: "0", count: 64))
            let report = try fixture.scan("--push", input: "refs/heads/main \(id) refs/heads/main \(zero)\n")
            #expect(report.code == 1 && report.secrets == [own], "\(report)")
        }

        @Test func whatIsReceivedIsWhatNoReferenceHas() throws {
            let fixture = try fixture()
            let ids = try ids(fixture)
            try fixture.run("git update-ref -d refs/heads/side; git checkout -q --detach main")
            let report = try fixture.scan("--receive", input: "\(Self.zero) \(ids.side) refs/heads/side\n")
            #expect(report.code == 1 && report.secrets == [side], "\(report)")
            #expect(try report.finding(of: side).history?.references == ["refs/heads/side"])
            let deletion = try fixture.scan("--receive", input: "\(ids.side) \(Self.zero) refs/heads/side\n")
            #expect(deletion.code == 0, "\(deletion)")
        }
    }
}
