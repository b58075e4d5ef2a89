import Databases
import Glibc
import Testing

/// Open files, and what is beside them.
@Suite struct FilesTests {
    private func read(_ folder: TestFolder, _ name: String) throws -> ReadDatabase {
        let descriptor = try folder.open(name)
        defer { close(descriptor) }
        return ReadDatabase(try DatabaseReader(descriptor: descriptor) { false })
    }

    @Test func aFileIsRead() throws {
        let folder = try TestFolder()
        let database = try TestDatabase(
            at: folder.file("a.db"), ["CREATE TABLE t (a)", "INSERT INTO t VALUES ('some text')"])
        #expect(try read(folder, "a.db").text("t") == "a = \"some text\"\n\n")
        withExtendedLifetime(database) {}
    }

    @Test func itsPathPlaysNoRole() throws {
        let folder = try TestFolder()
        _ = try TestDatabase(at: folder.file("a.db"), ["CREATE TABLE t (a)", "INSERT INTO t VALUES (1)"])
        let descriptor = try folder.open("a.db")
        defer { close(descriptor) }
        _ = unsafe unlink(folder.file("a.db"))
        let read = ReadDatabase(try DatabaseReader(descriptor: descriptor) { false })
        #expect(read.text("t") == "a = 1\n\n")
    }

    @Test func theOffsetIsNotMoved() throws {
        let folder = try TestFolder()
        _ = try TestDatabase(at: folder.file("a.db"), ["CREATE TABLE t (a)"])
        let descriptor = try folder.open("a.db")
        defer { close(descriptor) }
        _ = ReadDatabase(try DatabaseReader(descriptor: descriptor) { false })
        #expect(lseek(descriptor, 0, SEEK_CUR) == 0)
    }

    /// What stands in the log only is not there yet; nothing of the three files changes.
    @Test func aWriteAheadLogIsLeftAlone() throws {
        let folder = try TestFolder()
        let database = try TestDatabase(
            at: folder.file("a.db"),
            [
                "PRAGMA journal_mode = WAL", "CREATE TABLE t (a)", "INSERT INTO t VALUES ('old')",
                "PRAGMA wal_checkpoint(TRUNCATE)", "INSERT INTO t VALUES ('new')",
            ])
        let names = folder.names
        #expect(names == ["a.db", "a.db-shm", "a.db-wal"])
        let states = try names.map(folder.state)
        #expect(try read(folder, "a.db").text("t") == "a = \"old\"\n\n")
        #expect(folder.names == names)
        #expect(try names.map(folder.state) == states)
        withExtendedLifetime(database) {}
    }

    @Test func aChangeThatWasNotFinishedIsLeftAlone() throws {
        let folder = try TestFolder()
        let database = try TestDatabase(
            at: folder.file("a.db"),
            [
                "PRAGMA cache_size = 1", "CREATE TABLE t (a)", "INSERT INTO t VALUES ('old')", "BEGIN",
                "INSERT INTO t SELECT value FROM json_each('[1,2]')", "UPDATE t SET a = 'new'",
            ])
        let names = folder.names
        #expect(names == ["a.db", "a.db-journal"])
        let states = try names.map(folder.state)
        #expect(try read(folder, "a.db").errors.isEmpty)
        #expect(folder.names == names)
        #expect(try names.map(folder.state) == states)
        withExtendedLifetime(database) {}
    }

    @Test func whatCannotBeReadIsSaid() throws {
        #expect(throws: DatabaseError.unreadable(EBADF)) { try DatabaseReader(descriptor: -1) { false } }
        let folder = try TestFolder()
        let descriptor = try folder.open("")
        defer { close(descriptor) }
        #expect(throws: DatabaseError.unreadable(EISDIR)) { try DatabaseReader(descriptor: descriptor) { false } }
    }
}
