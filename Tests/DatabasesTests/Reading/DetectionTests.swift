import Databases
import Testing

@Suite struct DetectionTests {
    private func header(_ size: [UInt8]) -> [UInt8] { Array("SQLite format 3\0".utf8) + size }

    private func isDatabase(_ bytes: [UInt8]) -> Bool { DatabaseReader.detect(bytes.span) }

    @Test func whatSQLiteMakesIsDetected() throws {
        let file = try TestDatabase("CREATE TABLE t (a)").bytes()
        #expect(isDatabase(file))
        #expect(isDatabase(Array(file.prefix(DatabaseReader.detectionLength))))
    }

    @Test func sizesOfPagesAreChecked() {
        for size in [[2, 0], [0x10, 0], [0x80, 0], [0, 1]] as [[UInt8]] {
            #expect(isDatabase(header(size)))
        }
        for size in [[0, 0], [1, 0], [0x10, 1], [0xFF, 0xFF], [2], []] as [[UInt8]] {
            #expect(!isDatabase(header(size)))
        }
    }

    @Test func otherFilesAreRefused() {
        #expect(throws: DatabaseError.unsupported("not a database of SQLite 3")) { try ReadDatabase([]) }
        #expect(throws: DatabaseError.unsupported("not a database of SQLite 3")) {
            try ReadDatabase(Array("SQLite format 2\0 and more of it".utf8))
        }
        #expect(throws: DatabaseError.damaged("the header is cut")) { try ReadDatabase(header([16, 0])) }
    }

    @Test func newerFormatsAreRefused() throws {
        var file = try TestDatabase("CREATE TABLE t (a)").bytes()
        file[19] = 3
        #expect(throws: DatabaseError.unsupported("a newer version of the format")) { try ReadDatabase(file) }
    }

    @Test func randomBytesBehindTheHeaderAreEncrypted() throws {
        var generator = SeededGenerator(seed: 7)
        let file = try TestDatabase("CREATE TABLE t (a)").bytes()
        for kept in [18, 32, 100] {
            #expect(throws: DatabaseError.encrypted) {
                try ReadDatabase(Array(file.prefix(kept)) + generator.bytes(16_384 - kept))
            }
        }
    }

    @Test func zerosBehindTheHeaderAreDamage() throws {
        let file = try TestDatabase("CREATE TABLE t (a)").bytes()
        #expect {
            try ReadDatabase(Array(file.prefix(100)) + [UInt8](repeating: 0, count: 8_000))
        } throws: { error in
            if case .damaged? = error as? DatabaseError { true } else { false }
        }
    }
}
