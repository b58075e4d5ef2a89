import Blobs
import GitObjects
import Testing

@Suite("Linked worktrees and submodules")
struct WorktreeTests {
    @Test("Linked worktrees, there and pruned")
    func linked() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run(
            "git -C r worktree add -q ../w && git -C r worktree add -q --detach ../gone && rm -rf gone && mkdir w/sub")
        let repository = try fixture.repository()
        #expect(repository.worktrees.map { text($0.name) } == ["gone", "w"])
        #expect(repository.worktrees.map(\.isPruned) == [true, false])
        #expect(repository.worktrees.map(\.workTree) == [fixture.at("gone"), fixture.at("w")])
        #expect(repository.worktrees.last?.gitDirectory == fixture.at("r/.git/worktrees/w"))

        for place in ["w/sub", "r/.git/worktrees/w"] {
            let linked = try fixture.repository(place)
            #expect(linked.workTree == fixture.at("w"))
            #expect(linked.gitDirectory == fixture.at("r/.git/worktrees/w"))
            #expect(linked.commonDirectory.lossyText.hasSuffix("/r/.git"))
            #expect(linked.currentWorktree.map { text($0.name) } == "w")
            #expect(!linked.isBare)
            #expect(linked.objectDirectories == [fixture.at("r/.git/objects")])
        }
    }

    @Test("Worktrees of a bare repository, with settings of their own")
    func bareWithWorktree() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run(
            """
            git clone -q --bare r b && git -C b config extensions.worktreeConfig true &&
            git -C b config --unset core.bare && git -C b config --worktree core.bare true &&
            git -C b worktree add -q ../w main
            """)
        #expect(try fixture.repository("b").isBare)
        #expect(try !fixture.repository("w").isBare)
    }

    @Test("A folder in worktrees that is none is a problem")
    func broken() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run("mkdir -p r/.git/worktrees/x r/.git/worktrees/y && cp r/.git/HEAD r/.git/worktrees/y")
        let repository = try fixture.repository()
        #expect(
            repository.problems.map(\.note) == ["is no linked worktree", "does not say where its work tree is"])
        #expect(repository.worktrees.map(\.isPruned) == [true])
    }

    @Test("Submodules, absorbed and not, with nested names")
    func submodules() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run(
            """
            git init -q top && cd top && git submodule --quiet add --name lib/deep ../r lib/deep &&
            git submodule --quiet add ../r plain && git clone -q ../r own && git submodule --quiet add ../r own &&
            git commit -qm modules
            """)
        let repository = try fixture.repository("top")
        #expect(repository.problems.isEmpty)
        let found = Dictionary(uniqueKeysWithValues: repository.submodules.map { (text($0.name), $0) })
        #expect(found.keys.sorted() == ["lib/deep", "own", "plain"])
        #expect(found["lib/deep"]?.gitDirectory == fixture.at("top/.git/modules/lib/deep"))
        #expect(found["lib/deep"]?.workTree == fixture.at("top/lib/deep"))
        #expect(found["own"]?.gitDirectory == fixture.at("top/own/.git"))
        #expect(found.values.filter(\.isAbsorbed).count == 2)

        for place in ["top/lib/deep", "top/.git/modules/lib/deep"] {
            let module = try fixture.repository(place)
            #expect(module.workTree == fixture.at("top/lib/deep"))
            #expect(module.gitDirectory == fixture.at("top/.git/modules/lib/deep"))
            #expect(!module.isBare)
            #expect(module.problems.isEmpty)
        }
        try fixture.run("cd top && git submodule --quiet deinit -f plain && rm -rf plain")
        #expect(try fixture.repository("top").submodules.first { text($0.name) == "plain" }?.workTree == nil)
    }

    @Test(
        "A path of a submodule outside of the work tree is not looked at", arguments: ["../r", "/tmp", "a/../..", ""])
    func outside(path: String) throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run("git init -q top")
        try fixture.write("top/.gitmodules", "[submodule \"x\"]\npath = \(path)\n")
        let repository = try fixture.repository("top")
        #expect(repository.submodules.isEmpty)
        #expect(repository.problems.map(\.note) == ["a submodule lies outside of the work tree"])
    }
}
