import Testing

extension EndToEndTests {
    /// Archives, mail and compressed files in a history: what is in them is found, under the path of the file.
    @Suite(.enabled(if: SystemTool.exists("gzip") && SystemTool.exists("tar"))) struct PackedBlobTests {
        @Test func membersAreFoundInEveryVersion() throws {
            let (old, new) = (Sample.token(71), Sample.token(72))
            let fixture = try GitFixture(
                """
                put in/k.txt x '\(old)'; tar -czf ../a.tgz -C in k.txt; mkdir d; mv ../a.tgz d/a.tgz; rm -r in
                commit first; put k.txt '\(new)'; gzip -c k.txt > d/b.gz; rm d/a.tgz k.txt; commit second
                """)
            let report = try fixture.scan()
            #expect(report.code == 1, "\(report)")
            #expect(report.places(of: old) == ["d/a.tgz!k.txt:2:1 blob (first) reachable"], "\(report)")
            #expect(report.places(of: new) == ["d/b.gz!b:1:1 blob (second) reachable in-head"], "\(report)")
            #expect(try report.finding(of: old).history?.other_paths.isEmpty == true)
            // Packed, and with a cache that has been filled, it is the same.
            try fixture.run("git gc -q --aggressive --prune=now")
            let cache = fixture.file("cache")
            for _ in 0..<2 {
                let again = try fixture.scan("--cache", cache)
                #expect(again.places(of: old) == report.places(of: old), "\(again)")
                #expect(again.places(of: new) == report.places(of: new), "\(again)")
            }
        }

        @Test func whatIsStagedOrPushedIsOpened() throws {
            let token = Sample.token(73)
            let fixture = try GitFixture(
                "put a.txt a; commit first; put k.txt '\(token)'; gzip k.txt; git add k.txt.gz")
            let staged = try fixture.scan("--staged")
            #expect(staged.places(of: token) == ["k.txt.gz!k.txt:1:1 blob reachable"], "\(staged)")
            try fixture.run("commit second")
            let range = try fixture.scan("--range", "HEAD~1..HEAD")
            #expect(range.code == 1 && range.secrets == [token], "\(range)")
        }

        @Test func mailInAHistoryIsRead() throws {
            let token = Sample.token(74)
            let fixture = try GitFixture(
                """
                put m.eml 'From: a@corp.example' 'To: b@corp.example' 'Subject: s' \
                'Date: Tue, 05 Mar 2024 09:12:00 +0000' 'Message-ID: <m1@corp.example>' \
                'Content-Transfer-Encoding: base64' '' \
                "$(printf '%s' '\(token)' | base64)"; commit mail
                """)
            let report = try fixture.scan()
            #expect(report.places(of: token) == ["m.eml!1:1:1 blob (mail) reachable in-head"], "\(report)")
        }
    }
}
