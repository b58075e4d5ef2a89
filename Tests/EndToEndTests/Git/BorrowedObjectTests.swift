import Testing

extension EndToEndTests {
    /// Case 36: stores that lead to others, and links in their place.
    @Suite struct BorrowedObjectTests {
        private let token = Sample.token(1)

        private func fixture() throws -> GitFixture {
            try GitFixture("put a.txt '\(token)'; commit first; mkdir -p .git/objects/info")
        }

        @Test func aCircleOfAlternatesComesToAnEnd() throws {
            let fixture = try fixture()
            try fixture.run(
                """
                git clone -q --shared . ../clone; put .git/objects/info/alternates ../../../clone/.git/objects
                """)
            for place in ["r", "clone"] {
                let report = try fixture.scan(in: place)
                #expect(report.code == 4 && report.secrets == [token], "\(report)")
                #expect(report.findings.count { $0.objectID != nil } == 1, "\(report)")
            }
        }

        @Test(arguments: ["/etc", "../../../..", "/dev/zero", "/nowhere", "\u{1}", "a", "/proc/self/cwd"])
        func alternatesThatAreNoStores(_ target: String) throws {
            let fixture = try fixture()
            try fixture.folder.write("r/.git/objects/info/alternates", target + "\n")
            let report = try fixture.scan()
            #expect(report.code == 4 && report.secrets == [token], "\(report)")
            #expect(report.run.incomplete_reasons == ["missing-objects"], "\(report)")
        }

        @Test func tenThousandAlternates() throws {
            let fixture = try fixture()
            let lines = (0..<10_000).map { "/nowhere/\($0)\n" }.joined()
            try fixture.folder.write("r/.git/objects/info/alternates", lines)
            let report = try fixture.scan()
            #expect(report.code == 4 && report.secrets == [token], "\(report.code ?? -1)")
            #expect(report.run.incomplete_reasons.contains("missing-objects"))
        }

        /// CVE-2022-39253: a link in the store would have files of others copied, or read.
        @Test func linksInTheStoreAreNotFollowed() throws {
            let other = Sample.token(2)
            let fixture = try fixture()
            try fixture.run("put b.txt '\(other)'; commit second")
            let id = try fixture.run("git rev-parse HEAD:b.txt")
            let fan = id.prefix(2)
            try fixture.run("mv .git/objects/\(fan) ../\(fan); ln -s ../../../\(fan) .git/objects/\(fan)")
            let folder = try fixture.scan()
            #expect(folder.code == 4 && !folder.secrets.contains(other), "\(folder)")
            #expect(folder.run.incomplete_reasons.contains("corrupt") && folder.addsUp)

            let file = id.dropFirst(2)
            try fixture.run(
                """
                rm .git/objects/\(fan); mkdir .git/objects/\(fan)
                ln -s ../../../../\(fan)/\(file) .git/objects/\(fan)/\(file)
                """
            )
            let single = try fixture.scan()
            #expect(single.code == 4 && !single.secrets.contains(other), "\(single)")
        }

        @Test func aLinkInPlaceOfPacksIsNotFollowed() throws {
            let fixture = try fixture()
            try fixture.run("git gc -q; mv .git/objects/pack ../pack; ln -s ../../../pack .git/objects/pack")
            let report = try fixture.scan()
            #expect([3, 4].contains(report.code) && !report.findings.contains { $0.objectID != nil }, "\(report)")
        }
    }
}
