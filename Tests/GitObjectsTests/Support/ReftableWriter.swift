import CDeflate
import GitObjects

/// Writes tables of references, which git 2.39 cannot. After git's Documentation/technical/reftable.
struct ReftableWriter {
    enum Value {
        case deletion
        case object(ObjectID)
        case tag(ObjectID, peeled: ObjectID)
        case symbolic(String)
    }

    struct Log {
        let name: String
        let update: UInt64

        /// `nil` for a deletion.
        let change: (old: ObjectID, new: ObjectID, message: String)?
    }

    private struct Record {
        let key: [UInt8]
        let type: Int
        let value: [UInt8]
    }

    var format = ObjectFormat.sha1
    var version: UInt8 = 1

    /// 0: blocks are not filled up.
    var blockSize = 0

    var restartInterval = 16
    var references: [(name: String, value: Value)] = []
    var logs: [Log] = []

    private var headerLength: Int { version == 1 ? 24 : 28 }

    func bytes() -> [UInt8] {
        var table = header
        let names = references.sorted { $0.name < $1.name }
        let blocks = write(names.map(record), kind: "r", into: &table)
        var refIndex = 0
        if blocks.count > 1 {
            refIndex = table.count
            let keys = blocks.map { Record(key: $0.lastKey, type: 0, value: Self.varint($0.position)) }
            _ = write(keys, kind: "i", into: &table)
        }
        var logPosition = 0
        if !logs.isEmpty {
            logPosition = references.isEmpty ? 0 : table.count
            let records = logs.map(record).sorted { $0.key.lexicographicallyPrecedes($1.key) }
            _ = write(records, kind: "g", into: &table)
        }
        var footer = header
        for position in [refIndex, 0, 0, logPosition, 0] { footer += Self.number(UInt64(position), 8) }
        return table + footer + Self.number(UInt64(Self.checksum(footer)), 4)
    }

    private var header: [UInt8] {
        var header = utf8("REFT") + [version] + Self.number(UInt64(blockSize), 3) + Self.number(1, 8)
        header += Self.number(1000, 8)
        if version == 2 { header += utf8(format == .sha1 ? "sha1" : "s256") }
        return header
    }

    private func record(_ reference: (name: String, value: Value)) -> Record {
        let delta = Self.varint(300)
        let name = utf8(reference.name)
        return switch reference.value {
        case .deletion: Record(key: name, type: 0, value: delta)
        case .object(let id): Record(key: name, type: 1, value: delta + id.bytes)
        case .tag(let id, let peeled): Record(key: name, type: 2, value: delta + id.bytes + peeled.bytes)
        case .symbolic(let target): Record(key: name, type: 3, value: delta + Self.text(target))
        }
    }

    private func record(_ log: Log) -> Record {
        let key = utf8(log.name) + [0] + Self.number(UInt64.max - log.update, 8)
        guard let change = log.change else { return Record(key: key, type: 0, value: []) }
        let who = Self.text("Test Person") + Self.text("test@example.invalid")
        let time = Self.varint(1_700_000_000) + Self.number(UInt64(UInt16(bitPattern: -90)), 2)
        return Record(
            key: key, type: 1,
            value: change.old.bytes + change.new.bytes + who + time + Self.text(change.message))
    }

    /// - Returns: where the blocks are.
    private func write(
        _ records: [Record], kind: Character, into table: inout [UInt8]
    ) -> [(position: Int, lastKey: [UInt8])] {
        var blocks: [(position: Int, lastKey: [UInt8])] = []
        var rest = records[...]
        let limit = kind == "i" ? 1 << 20 : blockSize == 0 ? 1024 : blockSize
        while !rest.isEmpty {
            let position = table.count == headerLength ? 0 : table.count
            let offset = table.count - position
            var body: [UInt8] = []
            var restarts: [Int] = []
            var previous: [UInt8] = []
            var count = 0
            while let record = rest.first {
                let isRestart = count % restartInterval == 0
                let encoded = Self.encode(record, after: isRestart ? [] : previous)
                let size = offset + 4 + body.count + encoded.count + (restarts.count + (isRestart ? 1 : 0)) * 3 + 2
                if count > 0, size > limit { break }
                if isRestart { restarts.append(offset + 4 + body.count) }
                body += encoded
                previous = record.key
                count += 1
                rest = rest.dropFirst()
            }
            for restart in restarts { body += Self.number(UInt64(restart), 3) }
            body += Self.number(UInt64(restarts.count), 2)
            table += [kind.asciiValue ?? 0] + Self.number(UInt64(offset + 4 + body.count), 3)
            table += kind == "g" ? Self.deflated(body) : body
            // The last block need not be filled up.
            let isPadded = kind == "r" && blockSize > 0 && !rest.isEmpty
            if isPadded { table += [UInt8](repeating: 0, count: position + blockSize - table.count) }
            blocks.append((position, previous))
        }
        return blocks
    }

    private static func encode(_ record: Record, after previous: [UInt8]) -> [UInt8] {
        let prefix = zip(record.key, previous).prefix { $0 == $1 }.count
        let suffix = record.key.dropFirst(prefix)
        return varint(prefix) + varint(suffix.count << 3 | record.type) + suffix + record.value
    }

    static func number(_ value: UInt64, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * (width - 1 - $0))) }
    }

    static func varint(_ value: Int) -> [UInt8] {
        var bytes = [UInt8(value & 0x7F)]
        var rest = value >> 7
        while rest > 0 {
            rest -= 1
            bytes.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
            rest >>= 7
        }
        return bytes
    }

    private static func text(_ text: String) -> [UInt8] { varint(text.utf8.count) + utf8(text) }

    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        // The buffer is as long as is said, and is only read.
        unsafe bytes.withUnsafeBytes { unsafe libdeflate_crc32(0, $0.baseAddress, $0.count) }
    }

    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        guard let compressor = unsafe libdeflate_alloc_compressor(6) else { return [] }
        defer { unsafe libdeflate_free_compressor(compressor) }
        var output = [UInt8](repeating: 0, count: unsafe libdeflate_zlib_compress_bound(compressor, bytes.count))
        // Both buffers are as long as is said.
        let count = unsafe bytes.withUnsafeBytes { source in
            unsafe output.withUnsafeMutableBytes { target in
                unsafe libdeflate_zlib_compress(
                    compressor, source.baseAddress, source.count, target.baseAddress, target.count)
            }
        }
        return Array(output.prefix(count))
    }
}
