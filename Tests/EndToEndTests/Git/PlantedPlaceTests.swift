import Testing

extension EndToEndTests {
    /// Secrets in what belongs to a repository and is not its own history: indexes, work trees, other stores.
    @Suite struct PlantedPlaceTests {
        @Test func stagedOnly() throws {
            let token = Sample.token(1)
            let fixture = try GitFixture(
                "put a.txt a; commit first; put staged.txt x '\(token)'; git add .; rm staged.txt")
            let report = try fixture.scan()
            #expect(report.code == 1)
            #expect(report.places(of: token) == ["staged.txt:2:1 blob reachable"], "\(report)")
            #expect(try report.finding(of: token).history?.references == ["(staged)"])
        }

        @Test func unstagedOnly() throws {
            let token = Sample.token(2)
            let fixture = try GitFixture("put a.txt a; commit first; put a.txt a '\(token)'")
            #expect(try fixture.scan().code == 0)
            let unstaged = try fixture.scan("--unstaged")
            #expect(unstaged.code == 1 && unstaged.findings.map(\.place) == ["./a.txt:2:1 file"], "\(unstaged)")
            let scanned = try fixture.scan(.keyhound("scan", "."))
            #expect(scanned.code == 1 && scanned.findings.map(\.place) == ["./a.txt:2:1 file"], "\(scanned)")
        }

        @Test func inASubmodule() throws {
            let (old, new) = (Sample.token(3), Sample.token(4))
            let fixture = try GitFixture(
                """
                git init -q -b main ../inner; cd ../inner; put in.txt '\(old)'; commit inner
                rm in.txt; put new.txt '\(new)'; commit later
                cd ../r; put a.txt a; git submodule --quiet add ../inner sub; commit outer
                """)
            let report = try fixture.scan()
            #expect(report.code == 1, "\(report)")
            #expect(report.places(of: old) == ["sub/in.txt:1:1 blob (inner) reachable pushed"], "\(report)")
            #expect(report.places(of: new) == ["sub/new.txt:1:1 blob (later) reachable in-head pushed"], "\(report)")

            // One that was never fetched cannot be looked into, and that is said.
            try fixture.run("git clone -q . ../other", in: "r")
            let other = try fixture.scan(in: "other")
            #expect(other.code == 0 && other.skipped("submodule")?.count == 1, "\(other)")
        }

        @Test func inALinkedWorktree() throws {
            let (committed, staged) = (Sample.token(5), Sample.token(6))
            let fixture = try GitFixture(
                """
                put a.txt a; commit first; git worktree add -q ../wt -b side; cd ../wt
                put in.txt '\(committed)'; commit 'in worktree'; put staged.txt '\(staged)'; git add .
                """)
            let report = try fixture.scan()
            #expect(report.places(of: committed) == ["in.txt:1:1 blob (in worktree) reachable"], "\(report)")
            #expect(report.places(of: staged) == ["staged.txt:1:1 blob reachable"], "\(report)")
            // From there it is the commit that is checked out.
            let there = try fixture.scan(in: "wt")
            #expect(there.places(of: committed) == ["in.txt:1:1 blob (in worktree) reachable in-head"], "\(there)")
            #expect(there.places(of: staged) == ["staged.txt:1:1 blob reachable"], "\(there)")
        }

        @Test func inAlternates() throws {
            let (shared, own) = (Sample.token(7), Sample.token(8))
            let fixture = try GitFixture(
                """
                put a.txt '\(shared)'; commit shared; git clone -q --shared . ../clone
                cd ../clone; put b.txt '\(own)'; commit own
                """)
            let report = try fixture.scan(in: "clone")
            #expect(report.code == 1)
            #expect(report.places(of: shared) == ["a.txt:1:1 blob (shared) reachable in-head pushed"], "\(report)")
            #expect(report.places(of: own) == ["b.txt:1:1 blob (own) reachable in-head"], "\(report)")
        }

        @Test(arguments: [false, true]) func inASHA256Repository(_ isPacked: Bool) throws {
            let (first, second) = (Sample.token(9), Sample.token(10))
            let fixture = try GitFixture(
                """
                put dir/a.txt '\(first)'; commit first; put dir/a.txt 'x' ' \(second)'; commit second
                \(isPacked ? "git gc -q" : "")
                """, options: "--object-format=sha256")
            let report = try fixture.scan()
            #expect(report.code == 1)
            #expect(report.places(of: first) == ["dir/a.txt:1:1 blob (first) reachable"], "\(report)")
            #expect(report.places(of: second) == ["dir/a.txt:2:2 blob (second) reachable in-head"], "\(report)")
            #expect(try report.finding(of: first).objectID?.count == 64)
        }

        /// Case 40: what git makes to be faster.
        @Test func behindIndexesOfManyPacks() throws {
            let tokens = (11..<14).map { Sample.token($0) }
            let fixture = try GitFixture(
                """
                put a.txt '\(tokens[0])'; commit one; git repack -qd
                put b.txt '\(tokens[1])'; commit two; git tag two; git repack -qd; git pack-refs --all
                git multi-pack-index write --bitmap >/dev/null 2>&1; git commit-graph write --reachable
                put c.txt '\(tokens[2])'; commit three
                git worktree add -q ../wt; rm -rf ../wt
                """)
            let report = try fixture.scan()
            #expect(report.code == 1, "\(report)")
            #expect(report.secrets == Set(tokens) && report.addsUp)
            #expect(report.places(of: tokens[1]) == ["b.txt:1:1 blob (two) reachable in-head"], "\(report)")
        }

        @Test func aGitFileThatLeadsNowhereIsRefused() throws {
            let fixture = try GitFixture("mkdir ../w; put ../w/.git 'gitdir: ../missing'")
            let outcome = try Command.keyhound("git", fixture.file("w")).run()
            #expect(outcome.code == 2 && outcome.errorText.contains("missing"), "\(outcome)")
        }
    }
}
