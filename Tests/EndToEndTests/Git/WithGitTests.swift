import Testing

extension EndToEndTests {
    /// `keyhound scan --with-git`: files, and the history of every repository among them.
    @Suite struct WithGitTests {
        @Test func historiesAreScannedWithTheFiles() throws {
            let (one, two, file) = (Sample.token(1), Sample.token(2), Sample.token(3))
            let fixture = try GitFixture(
                """
                put a.txt '\(one)'; commit first; rm a.txt; commit gone
                git init -q --bare ../deep/other.git; git init -q -b main ../deep/w; cd ../deep/w
                put a.txt '\(two)'; commit second; git push -q ../other.git main
                cd ..; rm -rf w; put plain.txt '\(file)'
                """)
            let plain = try fixture.scan(.keyhound("scan", "."), in: "")
            #expect(plain.code == 1 && plain.secrets == [file], "\(plain)")
            #expect(plain.skipped("git-store")?.count ?? 0 > 0)

            let report = try fixture.scan(.keyhound("scan", "--with-git", "."), in: "")
            #expect(report.code == 1 && report.secrets == [one, two, file] && report.addsUp, "\(report)")
            #expect(report.skipped("git-store") == nil)
            // Which repository it was, is a part of the path.
            #expect(report.places(of: one) == ["./r/a.txt:1:1 blob (first) reachable"], "\(report)")
            let bare = try report.finding(of: two)
            #expect(
                bare.path.hasPrefix("./deep/other.git") && bare.history?.introduced?.subject == "second", "\(report)")
        }

        /// The same secret at the same place of two repositories is in two places.
        @Test func twoRepositoriesAreTwo() throws {
            let token = Sample.token(4)
            let fixture = try GitFixture("put a.txt '\(token)'; commit first; rm a.txt; commit gone; cp -r . ../copy")
            let report = try fixture.scan(.keyhound("scan", "--with-git", "r", "copy"), in: "")
            #expect(
                Set(report.places(of: token).map { $0.prefix { $0 != ":" } }) == ["r/a.txt", "copy/a.txt"], "\(report)")
        }

        @Test func aDamagedRepositoryIsNotClean() throws {
            let fixture = try GitFixture("put a.txt a; commit first; put .git/config '[core'")
            let report = try fixture.scan(.keyhound("scan", "--with-git", "."), in: "")
            #expect(report.code == 3 && report.run.incomplete_reasons == ["corrupt"], "\(report)")
        }
    }
}
