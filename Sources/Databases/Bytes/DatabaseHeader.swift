/// What the first bytes of a database say.
///
/// Format: "Database File Format", section 1.3 (sqlite.org/fileformat2.html).
struct DatabaseHeader {
    enum TextEncoding: UInt32 {
        case utf8 = 1
        case utf16LittleEndian = 2
        case utf16BigEndian = 3
    }

    /// Bytes of a header.
    static let length = 100

    /// How many first bytes `detect` wants.
    static let detectionLength = 18

    /// Bytes that are looked at before SQLite is asked.
    static let mostLookedAt = 612

    private static let magic = Array("SQLite format 3\0".utf8)

    /// 1: a rollback journal. 2: a write-ahead log.
    private static let newestReadVersion = 2

    /// Bytes of a page.
    let pageSize: Int

    /// Pages that the file had when it was written last; 0 if that is not known.
    let pageCount: Int

    /// That of all texts in the database.
    let encoding: TextEncoding

    /// - Parameter first: `length` bytes, or all of a file that is shorter.
    init(_ first: Span<UInt8>) throws(DatabaseError) {
        guard Self.detect(first) else { throw .unsupported("not a database of SQLite 3") }
        guard first.count >= Self.length else { throw .damaged("the header is cut") }
        guard first[19] <= Self.newestReadVersion else { throw .unsupported("a newer version of the format") }
        pageSize = Self.pageSize(first)
        // The count is valid only if the last writer knew of it.
        let isCountValid = Self.number(first, at: 24) == Self.number(first, at: 92)
        pageCount = isCountValid ? Int(Self.number(first, at: 28)) : 0
        encoding = TextEncoding(rawValue: Self.number(first, at: 56)) ?? .utf8
    }

    /// Whether bytes begin with the header string and a possible page size.
    static func detect(_ first: Span<UInt8>) -> Bool {
        guard first.count >= detectionLength else { return false }
        for index in magic.indices where first[index] != magic[index] { return false }
        let size = pageSize(first)
        return (512...65_536).contains(size) && size & (size - 1) == 0
    }

    /// Makes the bytes of a header say that there is no journal beside the file, and nothing about its length: SQLite
    /// would open no file whose end is missing, and one with a log not without writing.
    ///
    /// - Parameters:
    ///   - bytes: read from the file at `offset`.
    static func simplify(_ bytes: inout MutableSpan<UInt8>, at offset: Int) {
        func set(_ field: Range<Int>, to value: UInt8, _ bytes: inout MutableSpan<UInt8>) {
            for position in field where position >= offset && position - offset < bytes.count {
                bytes[position - offset] = value
            }
        }
        guard offset < length else { return }
        set(18..<20, to: 1, &bytes)
        set(28..<32, to: 0, &bytes)
    }

    /// Whether what follows the header looks like random bytes and not like the root of the schema.
    ///
    /// - Parameter first: the first bytes of the file, up to `mostLookedAt` of them.
    static func looksEncrypted(_ first: Span<UInt8>) -> Bool {
        // A leaf or an inner page of a table.
        guard first.count >= mostLookedAt, first[100] != 0x0D, first[100] != 0x05 else { return false }
        var seen = [Bool](repeating: false, count: 256)
        for index in length..<mostLookedAt { seen[Int(first[index])] = true }
        // 512 random bytes have about 221 of the 256 values.
        return seen.count { $0 } >= 170
    }

    /// Bytes of a page, as the header has it.
    private static func pageSize(_ first: Span<UInt8>) -> Int {
        let stored = Int(first[16]) << 8 | Int(first[17])
        return stored == 1 ? 65_536 : stored
    }

    /// Four bytes, the first counting most.
    private static func number(_ bytes: Span<UInt8>, at offset: Int) -> UInt32 {
        (offset..<offset + 4).reduce(0) { $0 << 8 | UInt32(bytes[$1]) }
    }
}
