import Testing

extension EndToEndTests {
    /// Secrets in what surrounds files: messages, notes, names, and the git folder's own files.
    @Suite struct PlantedTextTests {
        @Test func inMessages() throws {
            let (message, tag, note) = (Sample.token(1), Sample.token(2), Sample.token(3))
            let fixture = try GitFixture(
                """
                put a.txt a; commit first
                commit 'subject

                a body with \(message) in it'
                tick; git tag -a v1 -m 'tag \(tag)'; git notes add -m 'note \(note)'
                """)
            let (commit, tagID) = (try fixture.run("git rev-parse HEAD"), try fixture.run("git rev-parse v1"))
            let report = try fixture.scan()
            #expect(report.code == 1 && report.addsUp)
            #expect(
                report.places(of: message, kind: "commit") == [
                    "commit \(commit):8:13 commit (subject) reachable in-head"
                ], "\(report)")
            #expect(report.places(of: tag) == ["tag \(tagID):6:5 tag reachable"], "\(report)")
            let found = try report.finding(of: note)
            #expect(found.path == commit && found.line == 1 && found.column == 6)
            #expect(found.history?.references == ["refs/notes/commits"])
            #expect(found.history?.introduced?.subject.hasPrefix("Notes added") == true, "\(report)")
        }

        /// Nobody reads a secret from the name of a branch or a file either.
        @Test func inNames() throws {
            let (branch, file) = (Sample.token(4), Sample.token(5))
            let fixture = try GitFixture(
                """
                put a.txt a; commit first; git branch 'b-\(branch)'
                put 'dir/\(file).txt' x; commit named
                """)
            let report = try fixture.scan()
            #expect(
                report.places(of: branch, kind: "git-reference") == [
                    "refs/heads/b-[redacted]:1:14 git-reference reachable"
                ], "\(report)")
            #expect(
                report.places(of: file) == ["dir/[redacted].txt:1:1 name (named) reachable in-head"], "\(report)")
        }

        /// A rebase rewrites the commit; the reflog still has the subject.
        @Test func inReflogs() throws {
            let token = Sample.token(6)
            let fixture = try GitFixture(
                "put a.txt a; commit first; commit 'holds \(token)'; tick; git commit -q --amend --allow-empty -m clean"
            )
            let report = try fixture.scan()
            let places = report.places(of: token, kind: "git-reflog")
            #expect(Set(places.map { $0.prefix { $0 != ":" } }) == ["HEAD", "refs/heads/main"], "\(report)")
            #expect(report.places(of: token, kind: "commit").count == 1, "\(report)")
        }

        /// Case 41: files of the git folder are files.
        @Test func inFilesOfTheGitFolder() throws {
            let (url, hook, message) = (Sample.token(7), Sample.token(8), Sample.token(9))
            let fixture = try GitFixture(
                """
                put a.txt a; commit first
                git remote add o 'https://user:\(url)@github.com/a/b.git'
                mkdir -p .git/hooks; put .git/hooks/post-commit '#!/bin/sh' 'curl -H "token: \(hook)" x'
                put .git/COMMIT_EDITMSG 'was \(message)'
                """)
            let report = try fixture.scan()
            for (token, name, line) in [
                (url, "config", 7), (hook, "hooks/post-commit", 2), (message, "COMMIT_EDITMSG", 1),
            ] {
                let found = report.findings.filter { $0.secret.value == token }
                #expect(found.count == 1 && found.first?.path.hasSuffix(".git/\(name)") == true, "\(report)")
                #expect(found.first?.line == line && found.first?.kind == "file", "\(report)")
            }
        }

        @Test func noReportHoldsAPartOfASecret() throws {
            let tokens = (20..<27).map { Sample.token($0) }
            let fixture = try GitFixture(
                """
                put a.txt '\(tokens[0])'; commit 'subject \(tokens[1])'; tick; git tag -a v1 -m '\(tokens[2])'
                git branch 'b-\(tokens[3])'; put '\(tokens[4]).txt' '\(tokens[5])'; commit 'second \(tokens[0])'
                put '\(tokens[6])' staged; git add .
                """)
            let canary = Canary(tokens.map { ($0, 4) })
            for format in CanaryTests.formats {
                for arguments in [[], ["--staged"], ["--range", "..HEAD", "-v"], ["--min-confidence", "high", "-v"]] {
                    let outcome = try Command.keyhound(["git", "-f", format] + arguments)
                        .with { $0.folder = fixture.file() }.run()
                    #expect(outcome.code == 1, "\(outcome.code ?? -1)")
                    let leak = canary.firstLeak(in: outcome.output + [10] + outcome.errors)
                    #expect(leak == nil, "\(format) \(arguments): behind «\(leak ?? "")»")
                }
            }
        }
    }
}
