import Testing

extension EndToEndTests {
    /// Secrets in commits of all kinds, whether a branch still leads to them or not.
    @Suite struct PlantedHistoryTests {
        @Test func inOrdinaryCommits() throws {
            let (ordinary, deleted, hidden) = (Sample.token(1), Sample.token(2), Sample.token(3))
            let fixture = try GitFixture(
                """
                put a.txt hello; commit first
                put src/conf.py 'x = 1' 'token = "\(ordinary)"'; commit ordinary
                put src/gone.txt 'k \(deleted)'; commit 'add gone'
                rm src/gone.txt; commit 'remove gone'
                put .gitattributes '*.sec -diff'; put x.sec '\(hidden)'; commit 'no diff'
                """)
            let report = try fixture.scan()
            #expect(report.code == 1 && report.addsUp, "\(report)")
            #expect(
                report.places(of: ordinary) == ["src/conf.py:2:10 blob (ordinary) reachable in-head"], "\(report)")
            #expect(report.places(of: deleted) == ["src/gone.txt:1:3 blob (add gone) reachable"], "\(report)")
            #expect(report.places(of: hidden) == ["x.sec:1:1 blob (no diff) reachable in-head"], "\(report)")
            #expect(report.secrets == [ordinary, deleted, hidden])
            #expect(report.outcome.errorText.contains("scanned every object"))
        }

        /// One finding, with both paths.
        @Test func inARenamedFile() throws {
            let token = Sample.token(4)
            let fixture = try GitFixture(
                """
                put 'old name.txt' 'n \(token)'; commit 'before'
                git mv 'old name.txt' new.txt; commit 'rename'
                """)
            let report = try fixture.scan()
            let finding = try report.finding(of: token)
            #expect(finding.place == "old name.txt:1:3 blob (before) reachable in-head")
            #expect(finding.history?.other_paths.map(\.path) == ["new.txt"])
            #expect(finding.history?.versions == 1 && finding.history?.last?.subject == "rename", "\(report)")
        }

        @Test func inUTF16() throws {
            let token = Sample.token(5)
            let fixture = try GitFixture()
            let text = "line\r\nkey \(token)\r\n"
            try fixture.folder.write(
                "r/wide.txt", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
            try fixture.run("commit wide")
            let report = try fixture.scan()
            let finding = try report.finding(of: token)
            #expect(finding.place == "wide.txt:2:5 blob (wide) reachable in-head")
            #expect(finding.provenance.last?.encoding == "utf-16le")
        }

        /// What only the merge holds, and neither of its parents.
        @Test func inMerges() throws {
            let (merge, octopus) = (Sample.token(6), Sample.token(7))
            let fixture = try GitFixture(
                """
                put a.txt a; commit first
                git checkout -q -b side; put side.txt s; commit side
                git checkout -q main; put main.txt m; commit main
                git merge -q --no-commit --no-ff side; put evil.txt '\(merge)'; commit 'evil merge'
                for name in p q; do git checkout -q -b $name main; put $name.txt $name; commit $name; done
                git checkout -q main; put more.txt m; commit more
                git merge -q --no-commit --no-ff p q; put deep/eight.txt x '\(octopus)'; commit 'evil octopus'
                """)
            #expect(try fixture.run("git rev-list --parents -1 HEAD").split(separator: " ").count == 4)
            let report = try fixture.scan()
            #expect(report.places(of: merge) == ["evil.txt:1:1 blob (evil merge) reachable in-head"], "\(report)")
            #expect(
                report.places(of: octopus) == ["deep/eight.txt:2:1 blob (evil octopus) reachable in-head"], "\(report)")
        }

        /// Reflogs and the stash keep them; later nothing does, and they are there all the same.
        @Test func whereNoBranchLeads() throws {
            let (amended, stashed, left) = (Sample.token(8), Sample.token(9), Sample.token(10))
            let fixture = try GitFixture(
                """
                put a.txt a; commit first
                put am.txt '\(amended)'; commit 'to amend'
                put am.txt clean; tick; git add .; git commit -q --amend -m amended
                put a.txt a '\(stashed)'; tick; git stash -q
                git checkout -q -b short; put left.txt '\(left)'; commit 'left behind'
                git checkout -q main; git branch -q -D short
                """)
            let report = try fixture.scan()
            #expect(report.places(of: amended) == ["am.txt:1:1 blob (to amend) reachable"], "\(report)")
            #expect(report.places(of: left) == ["left.txt:1:1 blob (left behind) reachable"], "\(report)")
            let stash = try report.finding(of: stashed)
            #expect(stash.path == "a.txt" && stash.line == 2 && stash.history?.references == ["refs/stash"])
            #expect(try report.finding(of: left).history?.references.allSatisfy { $0.hasPrefix("HEAD@{") } == true)

            try fixture.run("git reflog expire --expire=now --all; git update-ref -d refs/stash")
            let later = try fixture.scan()
            #expect(later.code == 1)
            #expect(later.places(of: amended) == ["am.txt:1:1 blob (to amend)"], "\(later)")
            #expect(later.places(of: left) == ["left.txt:1:1 blob (left behind)"], "\(later)")
            #expect(try later.finding(of: stashed).history?.reachable == false)
        }

        @Test func whatWasPushedIsTold() throws {
            let (pushed, kept) = (Sample.token(11), Sample.token(12))
            let fixture = try GitFixture(
                """
                git init -q --bare ../remote.git; git remote add origin ../remote.git
                put a.txt '\(pushed)'; commit shared; git push -q origin main
                put b.txt '\(kept)'; commit own
                """)
            let report = try fixture.scan()
            #expect(report.places(of: pushed) == ["a.txt:1:1 blob (shared) reachable in-head pushed"], "\(report)")
            #expect(report.places(of: kept) == ["b.txt:1:1 blob (own) reachable in-head"], "\(report)")
        }
    }
}
