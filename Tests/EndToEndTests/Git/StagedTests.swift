import Testing

extension EndToEndTests {
    /// `--staged` and `--unstaged`: what a commit would bring in, and what is not staged yet.
    @Suite struct StagedTests {
        @Test func nothingStagedIsClean() throws {
            let (old, new) = (Sample.token(1), Sample.token(2))
            let fixture = try GitFixture("put a.txt '\(old)'; put b.txt b; commit first; put b.txt '\(new)'")
            let report = try fixture.scan("--staged")
            #expect(report.code == 0 && report.findings.isEmpty, "\(report)")
            #expect(report.outcome.errorText.contains("nothing to scan"))
        }

        @Test func whatIsStagedIsFound() throws {
            let (old, new, inTree) = (Sample.token(3), Sample.token(4), Sample.token(5))
            let fixture = try GitFixture(
                """
                put dir/a.txt '\(old)'; put b.txt b; commit first
                put dir/b.txt x 'key \(new)'; git add .; put dir/b.txt '\(inTree)'
                """)
            let report = try fixture.scan("--staged")
            #expect(report.code == 1 && report.secrets == [new], "\(report)")
            let finding = try report.finding(of: new)
            #expect(finding.place == "dir/b.txt:2:5 blob reachable" && finding.history?.references == ["(staged)"])
            #expect(try fixture.run("git rev-parse :dir/b.txt") == finding.objectID)
            // From anywhere below, and by name.
            #expect(try fixture.scan("--staged", in: "r/dir").secrets == [new])
            #expect(try fixture.scan("--staged", fixture.file(), in: "").secrets == [new])
        }

        /// The lines of a file that was there before are staged with it, old or not.
        @Test func aChangedFileIsScannedAsAWhole() throws {
            let old = Sample.token(6)
            let fixture = try GitFixture("put a.txt '\(old)'; commit first; put a.txt '\(old)' more; git add .")
            #expect(try fixture.scan("--staged").secrets == [old])
            try fixture.run("git reset -q --hard; git mv a.txt renamed.txt")
            #expect(try fixture.scan("--staged").secrets == [old])
            try fixture.run("git rm -q -f renamed.txt")
            #expect(try fixture.scan("--staged").code == 0)
        }

        @Test func beforeTheFirstCommit() throws {
            let token = Sample.token(7)
            let fixture = try GitFixture()
            #expect(try fixture.scan("--staged").code == 0)
            try fixture.run("put a.txt '\(token)'; git add .")
            let report = try fixture.scan("--staged")
            #expect(report.code == 1 && report.findings.map(\.place) == ["a.txt:1:1 blob reachable"], "\(report)")
            #expect(try fixture.scan().secrets == [token])
        }

        /// `git commit -a` and `git commit FILE` make a commit from another index than the one that stays.
        @Test func theIndexThatGitNamesIsTheOne() throws {
            let token = Sample.token(8)
            let fixture = try GitFixture(
                """
                put a.txt a; commit first; cp .git/index ../index
                put b.txt '\(token)'; GIT_INDEX_FILE=../index git add .
                """
            )
            #expect(try fixture.scan("--staged").code == 0)
            let report = try fixture.scan("--staged", environment: ["GIT_INDEX_FILE": fixture.file("index")])
            #expect(report.code == 1 && report.secrets == [token], "\(report)")
        }

        @Test func eachWorktreeHasItsOwn() throws {
            let (main, side) = (Sample.token(9), Sample.token(10))
            let fixture = try GitFixture(
                """
                put a.txt a; commit first; git worktree add -q ../wt -b side
                put b.txt '\(main)'; git add .; cd ../wt; put c.txt '\(side)'; git add .
                """)
            #expect(try fixture.scan("--staged").secrets == [main])
            #expect(try fixture.scan("--staged", in: "wt").secrets == [side])
        }

        /// What its own commit lacks is new to it, whatever the main work tree has checked out.
        @Test func aWorktreeIsComparedWithItsOwnCommit() throws {
            let (side, main) = (Sample.token(15), Sample.token(16))
            let fixture = try GitFixture(
                """
                put a.txt a; commit first; git worktree add -q ../wt -b side; put b.txt '\(main)'; commit main
                cd ../wt; put c.txt '\(side)'; commit side
                """)
            let nothing = try fixture.scan("--staged", in: "wt")
            #expect(nothing.code == 0, "\(nothing)")
            let range = try fixture.scan("--range", "main..", in: "wt")
            #expect(range.code == 1 && range.secrets == [side], "\(range)")
            try fixture.run("put b.txt '\(main)'; git add .", in: "wt")
            let staged = try fixture.scan("--staged", in: "wt")
            #expect(staged.code == 1 && staged.secrets == [main], "\(staged)")
        }

        @Test func aNameIsFoundToo() throws {
            let token = Sample.token(17)
            let fixture = try GitFixture("put a.txt a; commit first; put 'd/\(token).txt' x; git add .")
            let staged = try fixture.scan("--staged")
            #expect(staged.code == 1 && staged.places(of: token) == ["d/[redacted].txt:1:3 name"], "\(staged)")
            try fixture.run("commit second")
            #expect(try fixture.scan("--range", "HEAD~1..").secrets == [token])
        }

        @Test func unstagedFilesAreThoseThatChanged() throws {
            let tokens = (11..<15).map { Sample.token($0) }
            let fixture = try GitFixture(
                """
                put same.txt '\(tokens[0])'; put gone.txt x; put 'dir/a b.txt' a; put staged.txt s; commit first
                put 'dir/a b.txt' x '\(tokens[1])'; put staged.txt '\(tokens[2])'; git add staged.txt; rm gone.txt
                put new.txt '\(tokens[3])'; git add -N new.txt
                """)
            let report = try fixture.scan("--unstaged")
            #expect(report.code == 1 && report.run.state == "complete", "\(report)")
            #expect(report.findings.map(\.place) == ["./dir/a b.txt:2:1 file", "./new.txt:1:1 file"], "\(report)")
            try fixture.run("git add -A")
            let later = try fixture.scan("--unstaged")
            #expect(later.code == 0 && later.outcome.errorText.contains("nothing to scan"), "\(later)")
        }

        @Test func refusals() throws {
            let fixture = try GitFixture("git init -q --bare ../bare.git; mkdir ../none")
            for (arguments, place) in [
                (["--unstaged"], "bare.git"), (["--staged", "--unstaged"], "r"),
                (["--staged", "--range", "a..b"], "r"),
                (["--staged"], "none"), ([], "none"), (["missing"], "r"), (["--staged", "--with-git"], "r"),
            ] {
                let outcome = try Command.keyhound(["git"] + arguments).with { $0.folder = fixture.file(place) }.run()
                #expect(
                    outcome.code == 2 && outcome.output.isEmpty && !outcome.errors.isEmpty, "\(arguments): \(outcome)")
            }
        }
    }
}
