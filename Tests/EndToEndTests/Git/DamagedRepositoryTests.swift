import Testing

extension EndToEndTests {
    /// Cases 35, 37 and 38: what is damaged is named and the rest is scanned; what hides commits hides nothing.
    @Suite struct DamagedRepositoryTests {
        private let hidden = Sample.token(1)
        private let other = Sample.token(2)

        private func fixture(_ more: String = "") throws -> GitFixture {
            try GitFixture("put a.txt '\(hidden)'; commit first; put b.txt '\(other)'; commit second\n\(more)")
        }

        @Test(arguments: ["printf x >", "truncate -s 10", ": >", "cp .git/config"])
        func aCorruptLooseObject(_ damage: String) throws {
            let fixture = try fixture()
            let id = try fixture.run("git rev-parse HEAD:a.txt")
            try fixture.run("f=.git/objects/\(id.prefix(2))/\(id.dropFirst(2)); chmod 644 $f; \(damage) $f")
            let report = try fixture.scan()
            #expect(report.code == 4 && report.secrets.contains(other) && report.addsUp, "\(report)")
            #expect(report.run.incomplete_reasons == ["corrupt"], "\(report)")
            #expect(report.incompleteNotes.contains(id), "\(report)")
            let range = try fixture.scan("--range", "..HEAD")
            #expect(range.code == 4 && range.secrets == [other] && range.incompleteNotes.contains(id), "\(range)")
        }

        /// An object under the name of another one: what it holds is found, and that the name is wrong is said.
        @Test func anObjectUnderAWrongName() throws {
            let fixture = try fixture()
            let ids = try fixture.run("git rev-parse HEAD:a.txt HEAD:b.txt").split(separator: "\n")
            let files = ids.map { ".git/objects/\($0.prefix(2))/\($0.dropFirst(2))" }
            try fixture.run("cp -f \(files[0]) \(files[1])")
            let report = try fixture.scan()
            #expect(report.code == 4 && report.secrets == [hidden], "\(report)")
            #expect(report.incompleteNotes.contains(ids[1]), "\(report)")
        }

        @Test(arguments: [0.3, 0.7, 0.98]) func aTruncatedPack(_ share: Double) throws {
            let loose = Sample.token(3)
            let fixture = try fixture(
                "seq 1 3000 >n.txt; commit numbers; git gc -q; put c.txt '\(loose)'; commit third")
            let size = try #require(Int(try fixture.run("stat -c %s .git/objects/pack/*.pack")))
            try fixture.run(
                "chmod 644 .git/objects/pack/*; truncate -s \(Int(Double(size) * share)) .git/objects/pack/*.pack")
            let report = try fixture.scan(.keyhound("git").with { $0.measuresMemory = true })
            #expect(report.code == 4 && report.secrets.contains(loose) && report.addsUp, "\(report)")
            #expect(report.run.incomplete_reasons.contains("corrupt"), "\(report)")
            #expect(report.outcome.peakMemory ?? 0 <= 256 << 20)
        }

        @Test(arguments: [
            "rm -f .git/objects/pack/*.idx", "printf x | dd conv=notrunc bs=1 seek=9 of=$(ls .git/objects/pack/*.idx)",
        ])
        func aPackWithoutAGoodIndex(_ damage: String) throws {
            let fixture = try fixture("git gc -q; chmod 644 .git/objects/pack/*; \(damage) 2>/dev/null")
            let report = try fixture.scan()
            #expect([3, 4].contains(report.code) && report.run.incomplete_reasons.contains("corrupt"), "\(report)")
        }

        /// Names with which a checkout would leave its folder are only names.
        @Test func aTreeWithHostileNames() throws {
            let fixture = try GitFixture("put a.txt '\(hidden)'; commit first")
            let digits = Array(try fixture.run("git rev-parse HEAD:a.txt"))
            let id = stride(from: 0, to: digits.count, by: 2).compactMap {
                UInt8(String(digits[$0...$0 + 1]), radix: 16)
            }
            let names = ["..", "../../x", ".git", "a.txt", "a.txt"]
            try fixture.folder.write("tree", Array(names.map { Array("100644 \($0)\0".utf8) + id }.joined()))
            try fixture.run(
                """
                tree=$(git hash-object -t tree -w --literally ../tree)
                tick; git update-ref refs/heads/evil $(git commit-tree -m evil $tree)
                git update-ref -d refs/heads/main; git reflog expire --expire=now --all; rm -f .git/index
                """)
            let before = try fixture.run("find . | sort")
            let report = try fixture.scan()
            #expect([1, 4].contains(report.code) && report.secrets == [hidden], "\(report)")
            let finding = try report.finding(of: hidden)
            let paths = (finding.history?.other_paths.map(\.path) ?? []) + [finding.path]
            #expect(Set(paths) == Set(names), "\(report)")
            #expect(try fixture.run("find . | sort") == before)
        }

        @Test func replacementsAndGraftsHideNothing() throws {
            let fixture = try fixture("put c.txt c; commit third")
            try fixture.run(
                """
                tick; clean=$(git commit-tree -m clean $(git mktree </dev/null))
                git replace HEAD~1 $clean
                git replace $(git rev-parse HEAD:a.txt) $(git hash-object -w --stdin </dev/null)
                put .git/info/grafts $(git rev-parse HEAD)
                """)
            #expect(try fixture.run("git log --format=%s 2>/dev/null") == "third")
            let report = try fixture.scan()
            #expect(report.code == 1 && report.secrets == [hidden, other], "\(report)")
            #expect(report.places(of: hidden) == ["a.txt:1:1 blob (first) reachable in-head"], "\(report)")
        }

        @Test(.enabled(if: SystemTool.canBecomeNobody)) func aRepositoryOfSomebodyElse() throws {
            let fixture = try fixture("chown -R 65534 .")
            let report = try fixture.scan()
            #expect(report.code == 1 && report.secrets == [hidden, other], "\(report)")

            // And one that may not be read is not clean.
            try fixture.run("chmod -R go-rwx .; chown -R 0 .; chmod 755 .. . .git; chmod 644 .git/HEAD .git/config")
            let command = Command.keyhound("git", fixture.file()).with {
                $0.words = SystemTool.asNobody.map { Array($0.utf8) } + $0.words
            }
            let outcome = try command.run()
            #expect([2, 3].contains(outcome.code), "\(outcome)")
        }
    }
}
