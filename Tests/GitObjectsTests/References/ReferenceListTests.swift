import Blobs
import GitObjects
import Testing

@Suite("References")
struct ReferenceListTests {
    private func list(_ fixture: GitFixture, _ name: String = "r") throws -> ReferenceList {
        ReferenceList(try fixture.repository(name), handles: fixture.handles)
    }

    private func names(_ list: ReferenceList) -> [String] { list.references.map { text($0.name) } }

    @Test("Loose and packed, with tags and what they lead to", arguments: ["sha1", "sha256"])
    func files(format: String) throws {
        let fixture = try GitFixture(withCommit: format)
        try fixture.run(
            """
            cd r && git tag -a v1 -m v1 && git branch old && git branch a/b/c && git pack-refs --all &&
            echo 2 >f && git commit -qam two && git tag light && git branch -f old &&
            git symbolic-ref refs/heads/link refs/heads/a/b/c
            """)
        let list = try list(fixture)
        #expect(list.problems.isEmpty)
        let expected = try fixture.run("git -C r for-each-ref --format='%(refname)'").split(separator: "\n")
            .map(String.init)
        #expect(names(list) == ["HEAD"] + expected)
        for name in ["HEAD"] + expected { #expect(list.resolve(utf8(name)) == (try fixture.id(name)), "\(name)") }
        #expect(list.reference(utf8("refs/tags/v1"))?.peeled == (try fixture.id("v1^{commit}")))
        #expect(list.reference(utf8("refs/heads/link"))?.target == .symbolic(utf8("refs/heads/a/b/c")))
        #expect(list.headName().map { text($0) } == "refs/heads/main")
        #expect(list.resolve(utf8("refs/heads/none")) == nil)
    }

    @Test("Detached, fetched, merging, unborn")
    func roots() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run(
            """
            cd r && git branch other && git clone -q . ../c && cd ../c && git fetch -q origin main other &&
            git checkout -q --detach && git reset -q --hard && git rev-parse HEAD >.git/MERGE_HEAD &&
            git rev-parse HEAD >.git/BISECT_EXPECTED_REV && echo main >.git/BISECT_START && echo x >.git/NO_REFERENCE
            git init -q ../unborn
            """)
        let list = try list(fixture, "c")
        let commit = try fixture.id("HEAD")
        #expect(list.problems.isEmpty)
        #expect(list.headName() == nil)
        for name in ["HEAD", "ORIG_HEAD", "FETCH_HEAD", "MERGE_HEAD", "BISECT_EXPECTED_REV"] {
            #expect(list.resolve(utf8(name)) == commit, "\(name)")
        }
        #expect(names(list).filter { $0 == "FETCH_HEAD" }.count == 2)
        #expect(!names(list).contains("NO_REFERENCE"))
        let unborn = try self.list(fixture, "unborn")
        #expect(unborn.headName().map { text($0) } == "refs/heads/main")
        #expect(unborn.resolve(utf8("HEAD")) == nil)
        #expect(unborn.problems.isEmpty)
    }

    @Test("Each linked worktree has its own")
    func worktrees() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run(
            """
            cd r && git worktree add -q ../w && git worktree add -q --detach ../x && cd ../w &&
            git commit -q --allow-empty -m own && git update-ref refs/worktree/mine HEAD &&
            git symbolic-ref refs/worktree/link refs/worktree/mine
            """)
        let repository = try fixture.repository("w")
        let list = ReferenceList(repository, handles: fixture.handles)
        #expect(list.problems.isEmpty)
        let own = try fixture.id("HEAD", in: "w")
        for name in ["worktrees/w/HEAD", "worktrees/w/refs/worktree/mine", "worktrees/w/refs/worktree/link"] {
            #expect(list.resolve(utf8(name)) == own, "\(name)")
        }
        #expect(list.resolve(utf8("HEAD")) == (try fixture.id("HEAD")))
        #expect(repository.worktrees.map { list.headName(of: $0).map { text($0) } } == ["refs/heads/w", nil])
    }

    @Test("Broken ones are problems, and hide nothing else")
    func broken() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run(
            """
            cd r/.git/refs/heads && printf 12345 >short && : >empty && echo zz >text && git rev-parse HEAD >main.lock &&
            printf '%s0\n' $(git rev-parse HEAD) >long && ln -s /etc/passwd link && ln -s refs/heads/main good &&
            mkfifo pipe && echo 'ref: ' >nameless && head -c 70000 /dev/zero >huge && mkdir empty.d &&
            ln -s ../tags tags
            """)
        let list = try list(fixture)
        #expect(names(list) == ["HEAD", "refs/heads/good", "refs/heads/main"])
        #expect(list.resolve(utf8("refs/heads/good")) == (try fixture.id("HEAD")))
        let broken = list.problems.compactMap { $0.path.lossyText.split(separator: "/").last.map(String.init) }
        #expect(broken.sorted() == ["empty", "huge", "link", "long", "nameless", "pipe", "short", "tags", "text"])
    }

    @Test("Folders that are too deep are a problem")
    func deep() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run(
            "cd r/.git && mkdir -p refs/$(printf 'd/%.0s' $(seq 300)) modules/$(printf 'd/%.0s' $(seq 100))")
        #expect(try list(fixture).problems.map(\.note) == ["lies too deep"])
        #expect(try fixture.repository().problems.map(\.note) == ["lies too deep in modules"])
    }

    @Test("Symbolic references in a circle lead nowhere")
    func circle() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run("cd r && for i in 0 1 2 3 4 5 6; do git symbolic-ref refs/l/$i refs/l/$((i + 1)); done")
        try fixture.run("cd r && git symbolic-ref refs/l/7 refs/heads/main && git symbolic-ref refs/l/c refs/l/c")
        let list = try list(fixture)
        #expect(list.resolve(utf8("refs/l/3")) == (try fixture.id("HEAD")))
        #expect(list.resolve(utf8("refs/l/2")) == nil)
        #expect(list.resolve(utf8("refs/l/c")) == nil)
    }

    @Test("packed-refs that is out of order, broken, cut")
    func packed() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        let a = String(repeating: "a", count: 40)
        let content = """
            # pack-refs with: peeled fully-peeled sorted
            \(a) refs/z
            ^\(a.replacing("a", with: "b"))
            ^\(a)
            \(a) refs/b
            \(a)
            \(a)0 refs/x
            nothing

            \(a.uppercased()) refs/last
            """
        try fixture.write("r/.git/packed-refs", content)
        let list = try list(fixture)
        #expect(names(list) == ["HEAD", "refs/b", "refs/heads/main", "refs/last", "refs/z"])
        #expect(list.reference(utf8("refs/z"))?.peeled == .filled(0xBB))
        #expect(list.resolve(utf8("refs/last")) == .filled(0xAA))
        #expect(list.problems.map(\.note) == ["has 4 lines that are no references, the first is line 4"])
        for count in stride(from: 0, to: content.utf8.count, by: 7) {
            try fixture.write("r/.git/packed-refs", content.utf8.prefix(count))
            _ = try self.list(fixture)
        }
    }
}
