import Blobs
import GitObjects
import Testing

@Suite("The index")
struct StagingIndexTests {
    private func read(_ fixture: GitFixture, _ name: String = "r") throws -> StagingIndex {
        let repository = try fixture.repository(name)
        return try StagingIndex.read(repository.indexPath, format: repository.format, handles: fixture.handles)
    }

    /// What git lists: mode, object, stage, path.
    private func listed(_ fixture: GitFixture, _ options: String = "") throws -> [String] {
        try fixture.run("git -C r ls-files -s \(options)").split(separator: "\n").map(String.init)
    }

    private func lines(_ index: StagingIndex) -> [String] {
        index.entries.map {
            let mode = String($0.mode, radix: 8)
            return String(repeating: "0", count: 6 - mode.count) + "\(mode) \($0.id) \($0.stage)\t\(text($0.path))"
        }
    }

    @Test("Every version, in both formats", arguments: ["sha1", "sha256"], [2, 3, 4])
    func versions(format: String, version: Int) throws {
        let fixture = try GitFixture(withCommit: format)
        try fixture.run(
            """
            cd r && mkdir -p d/e && for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo $i >d/e/f$i; done && ln -s f link &&
            git update-index --index-version \(version) && git add . &&
            git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),module
            """)
        if version > 2 {
            try fixture.run("cd r && echo n >new && git add -N new && git update-index --skip-worktree f")
        }
        let index = try read(fixture)
        #expect(lines(index) == (try listed(fixture)))
        #expect(try fixture.read("r/.git/index")[7] == UInt8(version))
        #expect(index.entries.filter(\.isIntentToAdd).map { text($0.path) } == (version > 2 ? ["new"] : []))
        #expect(index.entries.filter(\.isSkipWorktree).map { text($0.path) } == (version > 2 ? ["f"] : []))
        #expect(index.entries.filter(\.isGitlink).map { text($0.path) } == ["module"])
        #expect(index.entries.filter(\.isLink).map { text($0.path) } == ["link"])
        let file = try #require(index.entries.first { text($0.path) == "d/e/f12" })
        #expect(file.size == 3)
        #expect(Int(file.modifiedSeconds) == Int(try fixture.run("stat -c %Y r/d/e/f12")))
        #expect(!index.isSparse)
    }

    @Test("A conflict has stages")
    func conflict() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run(
            """
            cd r && git checkout -qb side && echo side >f && git commit -qam side && git checkout -q main &&
            echo main >f && git commit -qam main && ! git merge -q side
            """)
        let index = try read(fixture)
        #expect(index.entries.map(\.stage) == [1, 2, 3])
        #expect(lines(index) == (try listed(fixture)))
    }

    @Test("A split index")
    func split() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run(
            """
            cd r && for i in $(seq 100 299); do echo $i >f$i; done && git add . && git commit -qm many &&
            git update-index --split-index && echo new >f150 && echo new >added &&
            git -c splitIndex.maxPercentChange=100 add f150 added &&
            git -c splitIndex.maxPercentChange=100 rm -q --cached f200 f201 f299 && ls .git/sharedindex.*
            """)
        let index = try read(fixture)
        #expect(lines(index) == (try listed(fixture)))
        #expect(index.entries.count == 199)
        try fixture.run("rm r/.git/sharedindex.*")
        #expect(throws: StagingIndexError.sharedPart) { try read(fixture) }
    }

    @Test("A sparse index stands for folders")
    func sparse() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run(
            """
            cd r && mkdir in out && echo 1 >in/x && echo 2 >out/y && git add . && git commit -qm folders &&
            git sparse-checkout set --cone --sparse-index in
            """)
        let index = try read(fixture)
        #expect(index.isSparse)
        #expect(index.entries.filter(\.isSparseDirectory).map { text($0.path) } == ["out/"])
        #expect(lines(index) == (try listed(fixture, "--sparse")))
    }

    @Test("A path of more than 4095 bytes")
    func longPath() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        let path = Array(repeating: String(repeating: "n", count: 200), count: 25).joined(separator: "/")
        try fixture.run("cd r && git update-index --add --cacheinfo 100644,$(git rev-parse HEAD:f),\(path)")
        #expect(try read(fixture).entries.map { text($0.path) } == ["f", path])
    }

    @Test("Extensions that git need not understand are passed over")
    func extensions() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run("cd r && git update-index --untracked-cache && git -c index.threads=2 add f && git status")
        #expect(lines(try read(fixture)) == (try listed(fixture)))
    }

    @Test("No index is no error of the format")
    func missing() throws {
        let fixture = try GitFixture()
        try fixture.run("git init -q r")
        #expect(throws: StagingIndexError.missing) { try read(fixture) }
    }
}
