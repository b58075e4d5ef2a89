import CDeflate

@testable import GitObjects

/// Writes packs and their indexes, right or wrong as a test wants them.
struct PackWriter {
    private(set) var entries: [(name: ObjectID, offset: Int)] = []
    private(set) var body: [UInt8] = []
    let format: ObjectFormat

    init(_ format: ObjectFormat = .sha1) { self.format = format }

    /// The name of an object of this content.
    static func name(_ kind: ObjectKind, _ content: [UInt8], _ format: ObjectFormat = .sha1) -> ObjectID {
        var hasher = ObjectHasher(format)
        hasher.update(Array("\(kind.name) \(content.count)\0".utf8).span)
        hasher.update(content.span)
        return hasher.finish()
    }

    /// Some name, by a number.
    static func name(_ number: Int) -> ObjectID { name(.blob, Array("number \(number)".utf8)) }

    /// Adds a whole object; returns its offset.
    @discardableResult
    mutating func add(
        _ content: [UInt8], kind: ObjectKind = .blob, name: ObjectID? = nil, declaring size: Int? = nil
    ) -> Int {
        entry(
            kind.rawValue, size ?? content.count, [], Self.deflate(content),
            name: name ?? Self.name(kind, content, format))
    }

    /// Adds a delta to the entry at an offset; returns its own.
    @discardableResult
    mutating func add(delta: [UInt8], at base: Int, name: ObjectID, declaring size: Int? = nil) -> Int {
        entry(6, size ?? delta.count, Self.distance(12 + body.count - base), Self.deflate(delta), name: name)
    }

    /// Adds a delta to an object by its name; returns its offset.
    @discardableResult
    mutating func add(delta: [UInt8], to base: ObjectID, name: ObjectID) -> Int {
        entry(7, delta.count, base.bytes, Self.deflate(delta), name: name)
    }

    /// Adds an entry of any bytes.
    @discardableResult
    mutating func entry(_ type: UInt8, _ size: Int, _ base: [UInt8], _ stream: [UInt8], name: ObjectID) -> Int {
        let offset = 12 + body.count
        entries.append((name, offset))
        var rest = size >> 4
        body.append(type << 4 | UInt8(size & 15) | (rest > 0 ? 0x80 : 0))
        while rest > 0 {
            body.append(UInt8(rest & 0x7F) | (rest > 0x7F ? 0x80 : 0))
            rest >>= 7
        }
        body += base + stream
        return offset
    }

    func pack() -> [UInt8] {
        let bytes = Array("PACK".utf8) + Self.word(2) + Self.word(entries.count) + body
        return bytes + hash(bytes)
    }

    /// An index of version 2. Offsets can be replaced, by the order of names.
    func index(changing: (inout [(name: ObjectID, offset: Int)]) -> Void = { _ in }, large: Bool = false) -> [UInt8] {
        var sorted = entries.sorted { $0.name < $1.name }
        changing(&sorted)
        var counts = [Int](repeating: 0, count: 256)
        for entry in sorted { for byte in Int(entry.name.bytes[0])..<256 { counts[byte] += 1 } }
        var bytes: [UInt8] = [0xFF, 0x74, 0x4F, 0x63] + Self.word(2)
        for count in counts { bytes += Self.word(count) }
        for entry in sorted { bytes += entry.name.bytes }
        for _ in sorted { bytes += Self.word(0) }
        for (rank, entry) in sorted.enumerated() {
            bytes += large ? [0x80] + Self.word(rank).dropFirst() : Self.word(entry.offset)
        }
        if large { for entry in sorted { bytes += Self.word(0) + Self.word(entry.offset) } }
        bytes += Array(pack().suffix(format.idLength))
        return bytes + hash(bytes)
    }

    /// Puts pack and index into a repository.
    func write(to fixture: PackFixture, _ stem: String = "pack-1") throws {
        try fixture.write("objects/pack/\(stem).pack", pack())
        try fixture.write("objects/pack/\(stem).idx", index())
    }

    private func hash(_ bytes: [UInt8]) -> [UInt8] {
        var hasher = ObjectHasher(format)
        hasher.update(bytes.span)
        return hasher.finish().bytes
    }

    static func word(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    static func distance(_ distance: Int) -> [UInt8] {
        var bytes = [UInt8(distance & 0x7F)]
        var rest = distance >> 7
        while rest > 0 {
            rest -= 1
            bytes.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
            rest >>= 7
        }
        return bytes
    }

    static func deflate(_ bytes: [UInt8], level: Int32 = 1) -> [UInt8] {
        let compressor = unsafe libdeflate_alloc_compressor(level)
        defer { unsafe libdeflate_free_compressor(compressor) }
        var result = [UInt8](repeating: 0, count: bytes.count + bytes.count / 8 + 128)
        let room = result.count
        let count = unsafe libdeflate_zlib_compress(compressor, bytes, bytes.count, &result, room)
        return Array(result.prefix(count))
    }
}
