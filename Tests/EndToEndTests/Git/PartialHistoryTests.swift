import Testing

extension EndToEndTests {
    /// Cases 34 and 39: a history that is not all here.
    @Suite struct PartialHistoryTests {
        @Test(.enabled(if: SystemTool.exists("strace"), "strace is not installed"))
        func missingObjectsAreNamedAndNotFetched() throws {
            let token = Sample.token(1)
            let fixture = try GitFixture("put a.txt a; put b.txt '\(token)'; put c/d.txt d; commit first")
            let ids = try fixture.run("git rev-parse HEAD:a.txt HEAD:c").split(separator: "\n").map(String.init)
            let mark = fixture.file("pwned")
            try fixture.run(
                """
                for id in \(ids.joined(separator: " ")); do f=${id#??}; rm -f .git/objects/${id%$f}/$f; done
                git config core.repositoryformatversion 1; git config extensions.partialClone o
                git config remote.o.promisor true; git config remote.o.url 'ext::sh -c touch% \(mark)'
                git config protocol.ext.allow always; git config core.sshCommand 'touch \(mark)'
                """)
            let report = try fixture.scan()
            #expect(report.code == 4 && report.secrets == [token], "\(report)")
            #expect(report.run.incomplete_reasons == ["missing-objects"])
            #expect(report.skipped("missing-objects")?.count == 2)
            for id in ids { #expect(report.incompleteNotes.contains(id), "\(report)") }
            for mode in [["--range", "..HEAD"], ["--since", "2000-01-01"]] {
                let part = try fixture.scan(.keyhound(["git"] + mode))
                #expect(part.code == 4 && part.run.incomplete_reasons == ["missing-objects"], "\(mode): \(part)")
            }
            let trace = try traced(
                Command.keyhound("git").with { $0.folder = fixture.file() }, calls: "trace=network,execve",
                to: fixture.file("trace"))
            #expect(!trace.contains("socket(") && trace.split(separator: "\n").count { $0.contains("execve(") } == 1)
            #expect(try !fixture.folder.names().contains("pwned"))
            let accepted = try fixture.scan("--accept-incomplete", "missing-objects")
            #expect(accepted.code == 1, "\(accepted)")
        }

        /// A clone that git itself has made in part.
        @Test func aPartialClone() throws {
            let (old, new) = (Sample.token(2), Sample.token(3))
            let fixture = try GitFixture(
                """
                put a.txt '\(old)'; commit first; put a.txt '\(new)'; commit second
                git config uploadpack.allowFilter true
                git clone -q --filter=blob:none "file://$PWD" ../part 2>/dev/null
                """)
            let report = try fixture.scan(in: "part")
            #expect(report.code == 4 && report.secrets == [new], "\(report)")
            #expect(
                report.run.incomplete_reasons == ["missing-objects"] && report.skipped("missing-objects")?.count == 1)
        }

        @Test func aShallowClone() throws {
            let fixture = try GitFixture(
                """
                put a.txt '\(Sample.token(4))'; commit first; put a.txt clean; commit second
                git clone -q --depth 1 "file://$PWD" ../shallow
                """)
            let report = try fixture.scan(in: "shallow")
            #expect(report.code == 3 && report.run.incomplete_reasons == ["shallow"], "\(report)")
            #expect(report.incompleteNotes.contains("1 boundary commit"), "\(report)")
            let accepted = try fixture.scan("--accept-incomplete=shallow", in: "shallow")
            #expect(accepted.code == 0 && accepted.run.accepted_reasons == ["shallow"], "\(accepted)")
        }

        /// What is new can be told apart all the same.
        @Test func aRangeInAShallowClone() throws {
            let token = Sample.token(5)
            let fixture = try GitFixture(
                """
                put a.txt a; commit first; put a.txt b; commit second; git clone -q --depth 1 "file://$PWD" ../shallow
                cd ../shallow; put b.txt '\(token)'; commit third
                """)
            let report = try fixture.scan("--range", "origin/main..", in: "shallow")
            #expect(report.code == 1 && report.secrets == [token], "\(report)")
            let all = try fixture.scan("--range", "..HEAD", in: "shallow")
            #expect(all.code == 4 && all.run.incomplete_reasons == ["shallow"], "\(all)")
        }

        @Test func anEmptyRepository() throws {
            let token = Sample.token(6)
            let fixture = try GitFixture("git init -q --bare ../bare.git")
            for place in ["r", "bare.git"] {
                let report = try fixture.scan(in: place)
                #expect(report.code == 0 && report.addsUp && report.findings.isEmpty, "\(report)")
            }
            try fixture.run("put a.txt '\(token)'")
            #expect(try fixture.scan(.keyhound("scan", ".")).secrets == [token])
            try fixture.run("git add .")
            #expect(try fixture.scan().places(of: token) == ["a.txt:1:1 blob reachable"])
        }
    }
}
