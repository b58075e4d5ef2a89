import Blobs
import GitObjects
import Inputs
import Testing

@Suite("Finding a repository")
struct DiscoveryTests {
    @Test("From any folder and file of a work tree, and from the git folder", arguments: ["sha1", "sha256"])
    func upwards(format: String) throws {
        let fixture = try GitFixture(withCommit: format)
        try fixture.run("mkdir -p r/a/b")
        for place in ["r", "r/a/b", "r/f", "r/.git", "r/.git/objects"] {
            let repository = try fixture.repository(place)
            #expect(repository.gitDirectory == fixture.at("r/.git"), "\(place)")
            #expect(repository.workTree == fixture.at("r"))
            #expect(repository.commonDirectory == fixture.at("r/.git"))
            #expect(repository.format.rawValue == format)
            #expect(!repository.isBare && !repository.isShallow && !repository.isPartial)
            #expect(repository.objectDirectories == [fixture.at("r/.git/objects")])
            #expect(repository.worktrees.isEmpty && repository.submodules.isEmpty && repository.problems.isEmpty)
            #expect(repository.referenceStorage == .files)
            #expect(repository.currentWorktree == nil)
        }
    }

    @Test("A bare repository")
    func bare() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run("git clone -q --bare r b.git")
        let repository = try fixture.repository("b.git/refs")
        #expect(repository.isBare)
        #expect(repository.workTree == nil)
        #expect(repository.gitDirectory == fixture.at("b.git"))
    }

    @Test("A folder that symbolic links lead to has the parents that it really has")
    func throughLink() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run("mkdir r/sub && ln -s r/sub link")
        let repository = try fixture.repository("link")
        #expect(repository.workTree == fixture.at("link/.."))
        #expect(repository.problems.isEmpty)
    }

    @Test("A git folder elsewhere, named by a file", arguments: [true, false])
    func separate(isRelative: Bool) throws {
        let fixture = try GitFixture()
        try fixture.run("git init -q --separate-git-dir=store w")
        if isRelative { try fixture.write("w/.git", "gitdir: ../store\n") }
        let repository = try fixture.repository("w")
        #expect(repository.gitDirectory == fixture.at("store"))
        #expect(repository.workTree == fixture.at("w"))
        #expect(!repository.isBare)
    }

    @Test("A file .git that leads nowhere says so")
    func missingTarget() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run("mkdir r/w")
        try fixture.write("r/w/.git", "gitdir: ../nowhere")
        #expect(throws: RepositoryError.corrupt("the folder that the file .git names is missing")) {
            try fixture.repository("r/w")
        }
        try fixture.write("r/w/.git", "gitdir: ..")
        #expect(throws: RepositoryError.corrupt("the folder that the file .git names is no git folder")) {
            try fixture.repository("r/w")
        }
        for content in ["", "gitdir:", "gitdir: \n", "something else"] {
            try fixture.write("r/w/.git", content)
            #expect(throws: RepositoryError.corrupt("the file .git names no folder")) { try fixture.repository("r/w") }
        }
    }

    @Test("A folder .git that is none is passed, and not silently")
    func brokenFolder() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run("mkdir -p r/w/.git alone/.git")
        let repository = try fixture.repository("r/w")
        #expect(repository.workTree == fixture.at("r"))
        #expect(repository.problems.map(\.path) == [fixture.at("r/w/.git")])
        #expect(throws: RepositoryError.self) { try fixture.repository("alone") }
    }

    @Test("Folders that share the parts of a repository by symbolic links")
    func sharedByLinks() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run(
            "mkdir -p w/.git v && cp r/.git/HEAD w/.git && ln -s ../r/.git v && for part in config objects refs; do "
                + "ln -s ../../r/.git/$part w/.git; done")
        for name in ["w", "v"] {
            let repository = try fixture.repository(name)
            #expect(repository.workTree == fixture.at(name))
            let list = ReferenceList(repository, handles: fixture.handles)
            #expect(list.resolve(utf8("HEAD")) == (try fixture.id("HEAD")))
        }
    }

    @Test("No repository, and no folder")
    func none() throws {
        let fixture = try GitFixture()
        try fixture.run("mkdir -p a/b")
        #expect(throws: RepositoryError.notARepository) { try fixture.repository("a/b") }
        #expect(throws: RepositoryError.unreadable(.vanished)) { try fixture.repository("c") }
    }

    @Test("Hooks are where the repository says")
    func hooks() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        #expect(try fixture.repository().hooksPath(home: nil) == fixture.at("r/.git/hooks"))
        try fixture.run("git -C r config core.hooksPath ../own")
        #expect(try fixture.repository().hooksPath(home: nil) == fixture.at("own"))
        try fixture.run("git -C r config core.hooksPath '~/h'")
        #expect(try fixture.repository().hooksPath(home: RawPath("/h")) == RawPath("/h/h"))
    }
}
