import Blobs
import GitObjects
import Testing

@Suite("Logs of references")
struct ReflogsTests {
    @Test("All logs, with the stash and those of worktrees", arguments: ["sha1", "sha256"])
    func real(format: String) throws {
        let fixture = try GitFixture(withCommit: format)
        try fixture.run(
            """
            cd r && echo 2 >f && git stash -q && echo 3 >f && git stash -q && git worktree add -q ../w &&
            git -C ../w commit -q --allow-empty -m own
            """)
        let logs = Reflogs(try fixture.repository(), handles: fixture.handles)
        #expect(logs.problems.isEmpty)
        let stashes = logs.entries.filter { text($0.reference) == "refs/stash" }
        #expect(stashes.map(\.new) == [try fixture.id("stash@{1}"), try fixture.id("stash@{0}")])
        #expect(stashes.first?.old.isNull == true)
        #expect(stashes.first.map { text($0.message) }?.hasPrefix("WIP on main: ") == true)
        #expect(stashes.first.map { text($0.who) } == "Test Person <test@example.invalid>")
        #expect(stashes.first?.seconds == 1_700_000_000)
        let names = Set(logs.entries.map { text($0.reference) })
        #expect(names == ["HEAD", "refs/heads/main", "refs/heads/w", "refs/stash", "worktrees/w/HEAD"])
    }

    @Test("Broken lines are counted, and hide nothing else")
    func broken() throws {
        let fixture = try GitFixture(withCommit: "sha1")
        let good = "\(String(repeating: "0", count: 40)) \(String(repeating: "a", count: 40)) "
        let lines = [
            good + "A <a> 5 +0000\tone\ttwo", good + "A <a> 5 +0000", good, String(good.dropLast()), "", "x",
            good + "no address", good.uppercased() + "<> x\t",
        ]
        try fixture.write("r/.git/logs/HEAD", lines.joined(separator: "\n"))
        let logs = Reflogs(try fixture.repository(), handles: fixture.handles)
        let entries = logs.entries.filter { text($0.reference) == "HEAD" }
        #expect(entries.map { text($0.message) } == ["one\ttwo", "", "", "", ""])
        #expect(entries.map { text($0.who) } == ["A <a>", "A <a>", "", "no address", "<>"])
        #expect(entries.map(\.seconds) == [5, 5, 0, 0, 0])
        #expect(logs.problems.map(\.note) == ["has 2 lines that are no entries"])
        let content = utf8(lines.joined(separator: "\n"))
        for count in stride(from: 0, to: content.count, by: 11) {
            try fixture.write("r/.git/logs/HEAD", content[..<count])
            _ = Reflogs(try fixture.repository(), handles: fixture.handles)
        }
    }
}
