import Testing

extension EndToEndTests {
    /// Case 42: git works in the repository while it is scanned.
    @Suite struct ConcurrentGitTests {
        /// Packs come and go: what was in one is in another, and never "corrupt".
        @Test func garbageCollectionDuringAScan() throws {
            let tokens = (1..<6).map { Sample.token($0) }
            let fixture = try GitFixture()
            for (index, token) in tokens.enumerated() {
                try fixture.run("seq 1 30000 >n\(index); put k\(index) '\(token)'; commit \(index); git repack -qd")
            }
            let busy = try Command([
                "/bin/sh", "-c", "while test ! -e ../stop; do git gc -q; git repack -qadf; git prune-packed; done",
            ]).with {
                $0.folder = fixture.file()
                $0.environment = ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"]
                $0.errors = .null
            }.start()
            defer {
                try? fixture.folder.write("stop", "")
                _ = try? busy.wait()
            }
            let allowed: Set = ["missing-objects", "vanished", "changed-during-scan"]
            for _ in 0..<Environment.size(8, full: 50) {
                let report = try fixture.scan("-j", "2")
                #expect([1, 4].contains(report.code) && report.addsUp, "\(report)")
                #expect(Set(report.run.incomplete_reasons).isSubset(of: allowed), "\(report)")
                if report.code == 1 { #expect(report.secrets == Set(tokens), "\(report)") }
            }
        }

        @Test func aCommitDuringAScan() throws {
            let token = Sample.token(9)
            let fixture = try GitFixture("seq 1 3000 >n; put a.txt '\(token)'; commit first")
            let busy = try Command([
                "/bin/sh", "-c", "while test ! -e ../stop; do git commit -q --allow-empty -m more; done",
            ]).with {
                $0.folder = fixture.file()
                $0.environment = [
                    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A",
                    "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
                    "GIT_COMMITTER_EMAIL": "a@example.org",
                ]
                $0.errors = .null
            }.start()
            defer {
                try? fixture.folder.write("stop", "")
                _ = try? busy.wait()
            }
            for _ in 0..<5 {
                let report = try fixture.scan()
                #expect([1, 4].contains(report.code) && report.secrets == [token], "\(report)")
                #expect(!report.run.incomplete_reasons.contains("corrupt"), "\(report)")
            }
        }
    }
}
