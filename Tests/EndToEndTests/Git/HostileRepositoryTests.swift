import Testing

extension EndToEndTests {
    /// Cases 31 to 33: nothing in a repository takes effect, and nothing in it changes.
    @Suite struct HostileRepositoryTests {
        /// Settings whose value is a program that git would run.
        private static let programs = [
            "core.fsmonitor", "core.sshCommand", "core.pager", "core.editor", "core.askPass", "core.gitProxy",
            "core.alternateRefsCommand", "diff.external", "diff.x.textconv", "diff.x.command", "filter.x.clean",
            "filter.x.smudge", "filter.x.process", "gpg.program", "credential.helper", "uploadpack.packObjectsHook",
            "alias.log", "alias.cat-file", "pager.log", "trailer.x.command", "merge.x.driver", "sequence.editor",
            "interactive.diffFilter", "remote.o.uploadpack", "difftool.x.cmd", "browser.x.cmd",
        ]

        private static let hooks = [
            "applypatch-msg", "pre-applypatch", "post-applypatch", "pre-commit", "pre-merge-commit", "commit-msg",
            "prepare-commit-msg", "post-commit", "pre-rebase", "post-checkout", "post-merge", "pre-push", "pre-receive",
            "update", "proc-receive", "post-receive", "post-update", "reference-transaction", "push-to-checkout",
            "pre-auto-gc", "post-rewrite", "sendemail-validate", "fsmonitor-watchman", "post-index-change",
        ]

        private let token = Sample.token(1)

        /// A repository in which everything that can be a program is one that leaves a mark.
        private func fixture() throws -> GitFixture {
            let fixture = try GitFixture(
                """
                put a.txt a; commit first; put b.x '\(token)'; put .gitattributes '* filter=x diff=x merge=x'
                commit second; git update-ref refs/remotes/origin/main HEAD~1
                mkdir ../evil; put b.x '\(token)' changed; git add .; put a.txt changed
                """)
            let mark = fixture.file("pwned")
            var settings = "[log]\n\tshowSignature = true\n[extensions]\n\tworktreeConfig = true\n"
            for name in Self.programs {
                let parts = name.split(separator: ".")
                let section = parts.count == 3 ? "\(parts[0]) \"\(parts[1])\"" : "\(parts[0])"
                settings += "[\(section)]\n\t\(parts[parts.count - 1]) = !touch \(mark)\n"
            }
            let included =
                "\n[include]\n\tpath = \(fixture.file("evil/config"))\n[includeIf \"gitdir:/\"]\n\tpath = "
                + "\(fixture.file("evil/config"))\n[protocol \"ext\"]\n\tallow = always\n[remote \"o\"]\n"
                + "\turl = ext::sh -c touch% \(mark)\n[core]\n\thooksPath = \(fixture.file("evil"))\n"
            let old = String(decoding: fixture.folder.contents("r/.git/config"), as: UTF8.self)
            try fixture.folder.write("r/.git/config", old + included + settings)
            try fixture.folder.write("r/.git/config.worktree", settings)
            try fixture.folder.write("evil/config", settings)
            for folder in ["r/.git/hooks", "evil"] {
                try fixture.folder.makeFolder(folder)
                for hook in Self.hooks {
                    try fixture.folder.write("\(folder)/\(hook)", "#!/bin/sh\ntouch \(mark)\n")
                    try fixture.folder.setMode(0o755, of: "\(folder)/\(hook)")
                }
            }
            return fixture
        }

        /// A way to look at a repository.
        private struct Mode {
            let words: [String]
            var input = ""

            /// The exit code, with the secret found or not.
            var code: Int32 = 1
        }

        private func modes(_ fixture: GitFixture) throws -> [Mode] {
            let head = String(decoding: fixture.folder.contents("r/.git/refs/heads/main"), as: UTF8.self).prefix(40)
            let zero = String(repeating: "0", count: 40)
            return [
                Mode(words: ["git"]), Mode(words: ["git", ".git"]), Mode(words: ["scan", "--with-git", "."]),
                Mode(words: ["git", "--staged"]), Mode(words: ["git", "--unstaged"], code: 0),
                Mode(words: ["git", "--range", "..HEAD"]), Mode(words: ["git", "--since", "2000-01-01"]),
                Mode(words: ["git", "--push"], input: "refs/heads/main \(head) refs/heads/main \(zero)\n"),
                // There is a reference to it already.
                Mode(words: ["git", "--receive"], input: "\(zero) \(head) refs/heads/main\n", code: 0),
            ]
        }

        @Test(.enabled(if: SystemTool.exists("strace"), "strace is not installed"))
        func nothingIsStarted() throws {
            let fixture = try fixture()
            for mode in try modes(fixture) {
                let command = Command.keyhound(mode.words).with {
                    $0.folder = fixture.file()
                    $0.environment = ["HOME": fixture.folder.path]
                    $0.input = .bytes(Array(mode.input.utf8))
                }
                let trace = try traced(
                    command, calls: "trace=network,execve,execveat,fork,vfork", to: fixture.file("trace"))
                let lines = trace.split(separator: "\n")
                #expect(
                    lines.count { $0.contains("execve") && $0.contains("= 0") } == 1, "\(mode): \(trace.prefix(900))")
                #expect(!lines.contains { $0.contains("socket(") || $0.contains("fork(") }, "\(mode)")
            }
            #expect(try !fixture.folder.names().contains("pwned"))
        }

        @Test func nothingChanges() throws {
            let fixture = try fixture()
            let listing = ["find", fixture.file(), fixture.file("evil"), "-printf", "%p %i %s %T@ %C@ %m %n\\n"]
            let before = try Command(listing).run().text
            for mode in try modes(fixture) {
                let report = try fixture.scan(.keyhound(mode.words), input: mode.input)
                #expect(report.code == mode.code, "\(mode): \(report)")
                #expect(report.secrets == (mode.code == 1 ? [token] : []), "\(mode): \(report)")
                #expect(try Command(listing).run().text == before, "\(mode)")
            }
            #expect(try !fixture.folder.names().contains("pwned"))
        }

        /// Case 32: a folder that says it is a repository somewhere else, and one that is one inside of another's tree.
        @Test func foldersThatPoseAsRepositories() throws {
            let fixture = try fixture()
            let mark = fixture.file("pwned")
            try fixture.run(
                """
                cp -r .git ../posing; mkdir ../w; put ../w/.git 'gitdir: ../posing'
                mkdir -p ../tree/docs; cp -r .git ../tree/docs/embedded; put ../tree/a.txt a
                """, in: "r")
            let posing = try fixture.scan(in: "w")
            #expect(posing.secrets == [token], "\(posing)")
            let embedded = try fixture.scan(.keyhound("scan", "--with-git", "tree"), in: "")
            #expect(embedded.secrets == [token], "\(embedded)")
            #expect(try fixture.run("test ! -e \(mark) && echo no") == "no")
        }
    }
}
