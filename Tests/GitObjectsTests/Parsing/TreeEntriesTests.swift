import GitObjects
import Testing

@Suite("Trees")
struct TreeEntriesTests {
    private struct Listed: Equatable {
        let mode: UInt32
        let name: String
        let id: ObjectID
    }

    private func list(_ content: [UInt8], _ format: ObjectFormat) -> (entries: [Listed], ending: TreeEntries.Ending) {
        var entries = TreeEntries(format: format)
        var listed: [Listed] = []
        while let entry = entries.next(in: content.span) {
            listed.append(
                Listed(
                    mode: entry.mode, name: text(content[entry.name]), id: entry.id(in: content.span, format: format)))
        }
        #expect(entries.next(in: content.span) == nil)
        return (listed, entries.ending)
    }

    @Test("A real tree", arguments: ["sha1", "sha256"])
    func real(name: String) throws {
        let fixture = try GitFixture(withCommit: name)
        try fixture.run(
            """
            cd r && mkdir d && echo x >d/x && echo run >run && chmod +x run && ln -s f link && git add . &&
            git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),module && git commit -qm more
            """)
        let format = try #require(ObjectFormat(rawValue: name))
        let content = try fixture.object("tree", "HEAD^{tree}")
        let (entries, ending) = list(content, format)
        #expect(ending == .complete)
        let expected = try fixture.run("git -C r ls-tree HEAD").split(separator: "\n").map { line in
            let fields = line.split { $0 == " " || $0 == "\t" }
            return Listed(
                mode: try #require(UInt32(fields[0], radix: 8)), name: String(fields[3]),
                id: try ObjectID.spelled(fields[2]))
        }
        #expect(entries == expected)
        #expect(entries.map(\.name) == ["d", "f", "link", "module", "run"])
        var kinds = TreeEntries(format: format)
        #expect(kinds.next(in: content.span)?.isTree == true)
        #expect(kinds.next(in: content.span)?.isTree == false)
        #expect(kinds.next(in: content.span)?.isLink == true)
        #expect(kinds.next(in: content.span)?.isGitlink == true)
    }

    private func entry(_ mode: String, _ name: String) -> [UInt8] {
        utf8(mode + " " + name) + [0] + [UInt8](repeating: 7, count: 20)
    }

    @Test("Strange names are given as they are")
    func hostileNames() {
        let names = ["..", ".git", "", "a/b", "x", "x", String(repeating: "n", count: 100_000), "a b", "\u{1b}[2J"]
        let (entries, ending) = list(names.flatMap { entry("100644", $0) }, .sha1)
        #expect(entries.map(\.name) == names)
        #expect(ending == .complete)
    }

    @Test("An empty tree has no entries")
    func empty() {
        #expect(list([], .sha1).ending == .complete)
    }

    @Test("Old and odd modes", arguments: [("100664", 0o100664), ("40000", 0o40000), ("040000", 0o40000), ("0", 0)])
    func modes(text: String, mode: Int) {
        #expect(list(entry(text, "x"), .sha1).entries.map(\.mode) == [UInt32(mode)])
    }

    @Test("What is no entry ends the list", arguments: ["", "8", "-1", "100644x", "77777777777777777777", " 1"])
    func brokenModes(mode: String) {
        let (entries, ending) = list(entry("100644", "x") + entry(mode, "y"), .sha1)
        #expect(entries.count == 1)
        #expect(ending == .broken(offset: 29))
    }

    @Test("Cut anywhere, the entries before the cut are there")
    func truncated() {
        let content = entry("100644", "x") + entry("40000", "yy")
        for count in content.indices {
            let (entries, ending) = list(Array(content[..<count]), .sha1)
            #expect(entries.count == (count >= 29 ? 1 : 0))
            #expect(ending == (count == 0 || count == 29 ? .complete : .broken(offset: count < 29 ? 0 : 29)))
        }
    }
}
