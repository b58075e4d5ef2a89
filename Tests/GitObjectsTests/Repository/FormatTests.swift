import Blobs
import GitObjects
import Testing

@Suite("What a repository's configuration decides")
struct FormatTests {
    private func repository(_ configuration: String) throws -> Repository {
        let fixture = try GitFixture()
        try fixture.run("mkdir -p r/.git/objects/pack r/.git/refs && echo 'ref: refs/heads/main' >r/.git/HEAD")
        try fixture.write("r/.git/config", configuration)
        return try fixture.repository()
    }

    @Test("What is not known is not read")
    func unsupported() {
        let cases = [
            ("[core]\nrepositoryformatversion = 2", "repository format version 2"),
            ("[core]\nrepositoryformatversion = 1\n[extensions]\nfuture = 1", "extensions.future"),
            (
                "[extensions]\nobjectFormat = sha256",
                "extensions.objectFormat has an unknown value, or needs version 1"
            ),
            (
                "[core]\nrepositoryformatversion = 1\n[extensions]\nrefStorage = other",
                "extensions.refStorage has an unknown value, or needs version 1"
            ),
        ]
        for (configuration, reason) in cases {
            #expect(throws: RepositoryError.unsupported(reason)) { try repository(configuration) }
        }
        #expect(throws: RepositoryError.corrupt("the configuration cannot be read from line 2 on")) {
            try repository("[core]\n= x")
        }
        #expect(throws: RepositoryError.self) { try repository(String(repeating: "#", count: (1 << 20) + 1)) }
    }

    @Test("Extensions that are known")
    func supported() throws {
        let repository = try repository(
            """
            [core]
            repositoryformatversion = 1
            [extensions]
            objectFormat = sha256
            refStorage = reftable
            partialClone = origin
            noop
            """)
        #expect(repository.format == .sha256)
        #expect(repository.referenceStorage == .reftable)
        #expect(repository.isPartial)
        #expect(!(try self.repository("[extensions]\nfuture = 1\n")).isPartial)
        #expect(try self.repository("[remote \"o\"]\npromisor = true\n").isPartial)
    }

    @Test("Settings that run programs or lead elsewhere change nothing")
    func hostile() throws {
        let repository = try repository(
            "[include]\npath = ../evil\n[core]\nworktree = /\nfsmonitor = touch x\nbare = true\n")
        #expect(repository.workTree?.lossyText.hasSuffix("/r") == true)
        #expect(repository.isBare)
        #expect(repository.problems.count == 2)
    }

    @Test("A configuration that is a FIFO is not waited for")
    func fifo() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run("cd r/.git && rm config && mkfifo config")
        #expect(throws: RepositoryError.unreadable(.notRegular(.fifo))) { try fixture.repository() }
    }

    @Test("A shallow clone")
    func shallow() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run("cd r && git commit -q --allow-empty -m two && cd .. && git clone -q --depth 1 file://$PWD/r s")
        let repository = try fixture.repository("s")
        #expect(repository.shallowCommits == [try fixture.id("HEAD")])
        #expect(repository.isShallow)
        try fixture.write("s/.git/shallow", "0a\n")
        #expect(try fixture.repository("s").problems.map(\.note) == ["1 lines name no commit"])
    }

    @Test("A pack of promised objects makes a repository partial")
    func promisor() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.write("r/.git/objects/pack/pack-x.promisor", "")
        #expect(try fixture.repository().isPartial)
    }
}
