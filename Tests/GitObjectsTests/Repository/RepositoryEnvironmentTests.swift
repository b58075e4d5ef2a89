import Blobs
import GitObjects
import Testing

@Suite("What git tells its hooks")
struct RepositoryEnvironmentTests {
    @Test(
        "Alternate object folders are split and unquoted",
        arguments: [
            ("", []), ("/a", ["/a"]), ("/a:/b", ["/a", "/b"]), (":/a::/b:", ["/a", "/b"]),
            ("\"/a:b\":/c", ["/a:b", "/c"]), ("\"/a\\\"\\\\\\t\\101\":/c", ["/a\"\\\tA", "/c"]),
            ("\"/a:/b", ["\"/a", "/b"]), ("/a\":\"/b", ["/a\"", "\"/b"]), ("\"\\9\"", ["\"\\9\""]), ("\"\\", ["\"\\"]),
        ] as [(String, [String])])
    func alternates(value: String, expected: [String]) {
        let environment = RepositoryEnvironment { $0 == "GIT_ALTERNATE_OBJECT_DIRECTORIES" ? utf8(value) : nil }
        #expect(environment.alternateObjectDirectories == expected.map { RawPath($0) })
        #expect(environment.objectDirectory == nil)
        #expect(environment.gitDirectory == nil)
    }

    @Test("A push in quarantine")
    func quarantine() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run("mkdir quarantine extra")
        let values = [
            "GIT_DIR": fixture.path + "/r/.git", "GIT_OBJECT_DIRECTORY": fixture.path + "/quarantine",
            "GIT_QUARANTINE_PATH": fixture.path + "/quarantine",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES": fixture.path + "/r/.git/objects:" + fixture.path + "/extra",
        ]
        let environment = RepositoryEnvironment { values[$0].map(utf8) }
        let repository = try fixture.repository("nowhere", environment: environment)
        #expect(
            repository.objectDirectories == [
                fixture.at("quarantine"), fixture.at("r/.git/objects"), fixture.at("extra"),
            ])
        #expect(repository.workTree == fixture.at("r"))
        #expect(!repository.isBare)
    }
}
