import Testing

extension EndToEndTests {
    /// Hooks in real commits and pushes.
    @Suite struct HookTests {
        @Test func aCommitWithASecretIsRefused() throws {
            let token = Sample.token(1)
            let fixture = try Self.fixture("put a.txt a; commit first", hooks: "pre-commit")
            let refused = try fixture.attempt("put dir/b.txt x 'k \(token)'; git add .; git commit -m second")
            #expect(refused.code != 0 && refused.errorText.contains("dir/b.txt:2:3"), "\(refused)")
            #expect(refused.errorText.contains("nothing was committed") && refused.errorText.contains("--no-verify"))
            #expect(!(refused.text + refused.errorText).contains(token))
            #expect(try fixture.run("git rev-list --count HEAD") == "1")

            // What is in the work tree only does not count, and who insists may.
            try fixture.run("git reset -q; put a.txt a b; git add a.txt; git commit -q -m second")
            #expect(try fixture.run("git rev-list --count HEAD") == "2")
            try fixture.run("git add .; git commit -q --no-verify -m third")
            #expect(try fixture.run("git rev-list --count HEAD") == "3")
        }

        /// git hands the hook another index then.
        @Test func aCommitOfNamedFilesIsRefused() throws {
            let (token, other) = (Sample.token(2), Sample.token(3))
            let fixture = try Self.fixture("put a.txt a; put b.txt b; commit first", hooks: "pre-commit")
            for command in [
                "git commit -q -a -m second", "git commit -q -m second -- a.txt", "git commit -q -m s -i a.txt",
            ] {
                let refused = try fixture.attempt("put a.txt '\(token)'; \(command)")
                #expect(refused.code != 0 && refused.errorText.contains("a.txt:1:1"), "\(command): \(refused)")
            }
            // The file that is staged and not named stays out of the commit.
            try fixture.run("put b.txt '\(other)'; git add b.txt; put a.txt clean; git commit -q -m second -- a.txt")
            #expect(try fixture.run("git rev-list --count HEAD") == "2")
        }

        @Test func theFirstCommitAndLinkedWorktreesAreScanned() throws {
            let token = Sample.token(4)
            let fixture = try Self.fixture("", hooks: "pre-commit")
            let first = try fixture.attempt("put a.txt '\(token)'; git add .; git commit -q -m first")
            #expect(first.code != 0 && first.errorText.contains("a.txt:1:1"), "\(first)")
            try fixture.run("put a.txt a; git add .; git commit -q -m first; git worktree add -q ../wt -b side")
            let second = try fixture.attempt(
                "mkdir d; cd d; put b.txt '\(token)'; git add .; git commit -q -m b", in: "wt")
            #expect(second.code != 0 && second.errorText.contains("d/b.txt:1:1"), "\(second)")
        }

        @Test func aPushWithASecretIsRefused() throws {
            let (old, token) = (Sample.token(5), Sample.token(6))
            let fixture = try Self.fixture(
                """
                git init -q --bare ../remote.git; git remote add origin ../remote.git
                put a.txt '\(old)'; commit first; git push -q origin main
                """, hooks: "pre-push")
            let refused = try fixture.attempt(
                "put b.txt '\(token)'; commit second; rm b.txt; commit third; git push origin main")
            #expect(refused.code != 0 && refused.errorText.contains("b.txt:1:1"), "\(refused)")
            #expect(refused.errorText.contains("nothing was pushed") && !refused.errorText.contains("a.txt:1:1"))
            #expect(!(refused.text + refused.errorText).contains(token))
            #expect(try fixture.run("git rev-parse main", in: "remote.git") == fixture.run("git rev-parse origin/main"))

            try fixture.run("git reset -q --hard origin/main; put c.txt c; commit clean; git push -q origin main")
            #expect(try fixture.run("git rev-parse main", in: "remote.git") == fixture.run("git rev-parse main"))
            // A deletion, a tag of what is there, and a push of nothing new.
            try fixture.run(
                "git push -q origin main:other; git push -q origin :other; git tag v1; git push -q --tags origin")
        }

        @Test func aServerRefusesAPushWithASecret() throws {
            let (token, message) = (Sample.token(7), Sample.token(8))
            let fixture = try GitFixture(
                "git init -q --bare ../remote.git; git remote add origin ../remote.git; put a.txt a; commit first")
            let installed = try Command.keyhound("hook", "install", fixture.file("remote.git"), "--kind", "pre-receive")
                .run()
            #expect(installed.code == 0, "\(installed)")
            try fixture.run("git push -q origin main")
            let shared = try fixture.run("git rev-parse main")

            let refused = try fixture.attempt("put b.txt x '\(token)'; commit second; git push origin main main:new")
            #expect(refused.code != 0 && refused.errorText.contains("b.txt:2:1"), "\(refused)")
            #expect(refused.errorText.contains("the push was refused") && !refused.errorText.contains(token))
            let blob = try fixture.run("git rev-parse main:b.txt")
            #expect(try fixture.attempt("git cat-file -e \(blob)", in: "remote.git").code != 0)
            #expect(
                try fixture.run("git for-each-ref --format='%(refname) %(objectname)'", in: "remote.git")
                    == "refs/heads/main \(shared)")

            let inMessage = try fixture.attempt(
                "git reset -q --hard origin/main; tick; git tag -a v1 -m '\(message)'; git push origin v1")
            #expect(inMessage.code != 0 && inMessage.errorText.contains("the push was refused"), "\(inMessage)")

            try fixture.run(
                "git tag -d v1; put c.txt c; commit clean; git push -q origin main main:new; git push -q origin :new")
            #expect(try fixture.run("git rev-parse main", in: "remote.git") == fixture.run("git rev-parse main"))
        }

        /// Whoever lost the program must not push unseen.
        @Test func aHookWithoutItsProgramRefuses() throws {
            let fixture = try Self.fixture("put a.txt a; commit first", hooks: "pre-commit")
            let outcome = try fixture.attempt(
                """
                sed -i 's|^keyhound=.*|keyhound=/nowhere/program|; s/keyhound=keyhound/keyhound=no-program/' \
                    .git/hooks/pre-commit
                put a.txt b; git add .; git commit -q -m second
                """)
            #expect(outcome.code != 0 && outcome.errorText.contains("install it again"), "\(outcome)")
        }

        /// A repository with hooks in it.
        private static func fixture(_ script: String, hooks: String) throws -> GitFixture {
            let fixture = try GitFixture(script)
            let outcome = try Command.keyhound("hook", "install", "--kind", hooks).with { $0.folder = fixture.file() }
                .run()
            try #require(outcome.code == 0, "\(outcome)")
            return fixture
        }
    }
}
