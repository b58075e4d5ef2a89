import Testing

extension EndToEndTests {
    /// `keyhound hook install`: where hooks go, and what becomes of those that are there.
    @Suite struct HookInstallTests {
        @Test func hooksAreInstalledOnce() throws {
            let fixture = try GitFixture("put a.txt a; commit first")
            let first = try install(fixture)
            #expect(first.code == 0 && first.text.contains("pre-commit") && first.text.contains("pre-push"), "\(first)")
            for name in ["pre-commit", "pre-push"] {
                #expect(try fixture.folder.mode(of: "r/.git/hooks/\(name)") & 0o111 == 0o111)
                #expect(fixture.folder.contents("r/.git/hooks/\(name)").starts(with: Array("#!/bin/sh\n".utf8)))
            }
            let before = try listing(fixture)
            let second = try install(fixture)
            #expect(second.code == 0 && second.text.contains("is there already"), "\(second)")
            #expect(try listing(fixture) == before)
        }

        @Test func kindsCanBeChosen() throws {
            let fixture = try GitFixture("rm -rf .git/hooks")
            #expect(try install(fixture, "--kind", "pre-push").code == 0)
            #expect(try fixture.run("ls .git/hooks") == "pre-push")
            #expect(try install(fixture, "--kind", "pre-commit", "pre-receive").code == 0)
            #expect(try fixture.run("ls .git/hooks") == "pre-commit\npre-push\npre-receive")
            #expect(try install(fixture, "--kind", "post-commit").code == 2)
        }

        /// It is run first, with what git gives: its words and its input.
        @Test func aHookThatWasThereIsRunFirst() throws {
            let fixture = try GitFixture(
                """
                git init -q --bare ../remote.git; git remote add origin ../remote.git; mkdir -p .git/hooks
                put .git/hooks/pre-push '#!/bin/sh' 'printf "%s\\n" "$@" >words; cat >input; test ! -e stop'
                chmod 755 .git/hooks/pre-push; put a.txt a; commit first
                """)
            let outcome = try install(fixture, "--kind", "pre-push")
            #expect(outcome.code == 0 && outcome.text.contains("run first"), "\(outcome)")
            try fixture.run("git push -q origin main")
            let id = try fixture.run("git rev-parse main")
            #expect(try fixture.run("cat words") == "origin\n../remote.git")
            let zero = String(repeating: "0", count: 40)
            #expect(
                String(decoding: fixture.folder.contents("r/input"), as: UTF8.self)
                    == "refs/heads/main \(id) refs/heads/main \(zero)\n")

            // It can still say no, and keyhound can where it says yes.
            let stopped = try fixture.attempt("put stop x; put b.txt b; commit second; git push -q origin main")
            #expect(stopped.code != 0 && !stopped.errorText.contains("keyhound"), "\(stopped)")
            let refused = try fixture.attempt(
                "rm stop; put b.txt '\(Sample.token(1))'; commit third; git push -q origin main")
            #expect(refused.code != 0 && refused.errorText.contains("nothing was pushed"), "\(refused)")
            #expect(try install(fixture, "--kind", "pre-push").text.contains("is there already"))
        }

        /// Two hooks of others cannot be kept under one name.
        @Test func nothingIsOverwritten() throws {
            let fixture = try GitFixture("mkdir -p .git/hooks; put .git/hooks/pre-push mine")
            #expect(try install(fixture, "--kind", "pre-push").code == 0)
            try fixture.run("put .git/hooks/pre-push another")
            let before = try listing(fixture)
            let outcome = try install(fixture, "--kind", "pre-push")
            #expect(outcome.code == 2 && outcome.errorText.contains("by hand"), "\(outcome)")
            #expect(try listing(fixture) == before)
        }

        @Test func theFolderThatTheRepositoryNamesIsTaken() throws {
            let fixture = try GitFixture(
                "rm -rf .git/hooks; git config core.hooksPath tools/hooks; put a.txt a; commit first")
            #expect(try install(fixture, "--kind", "pre-commit").code == 0)
            #expect(try fixture.run("ls tools/hooks") == "pre-commit")
            let refused = try fixture.attempt("put b.txt '\(Sample.token(2))'; git add b.txt; git commit -q -m second")
            #expect(refused.code != 0 && refused.errorText.contains("nothing was committed"), "\(refused)")

            let named = try Command.keyhound(
                "hook", "install", fixture.file(), "--kind", "pre-commit", "--hooks-path", fixture.file("elsewhere")
            ).run()
            #expect(named.code == 0, "\(named)")
            #expect(try fixture.run("ls ../elsewhere") == "pre-commit")
        }

        @Test func withoutARepositoryNothingIsWritten() throws {
            let fixture = try GitFixture("mkdir ../none")
            let outcome = try Command.keyhound("hook", "install").with { $0.folder = fixture.file("none") }.run()
            #expect(outcome.code == 2 && !outcome.errors.isEmpty, "\(outcome)")
            #expect(try fixture.run("ls -A", in: "none").isEmpty)
        }

        private func install(_ fixture: GitFixture, _ arguments: String...) throws -> Outcome {
            try Command.keyhound(["hook", "install"] + arguments).with { $0.folder = fixture.file() }.run()
        }

        private func listing(_ fixture: GitFixture) throws -> String {
            try fixture.run("find .git/hooks -type f -printf '%p %i %s %T@ %m\\n' | sort")
        }
    }
}
