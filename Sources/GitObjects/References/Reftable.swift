// A table is a header, blocks, and a footer that repeats the header. Blocks of references come first, then indexes and
// blocks of objects, then logs. All references and logs are wanted, so the indexes are not read: blocks follow each
// other. What the first block says of itself counts from the start of the file, with the header in it.

/// One file of a stack of references.
///
/// Format: git's Documentation/technical/reftable.
struct Reftable {
    let bytes: [UInt8]
    let format: ObjectFormat
    let headerLength: Int

    /// To how many bytes blocks of references are filled up; 0 when they are not.
    private let blockSize: Int

    /// Where the first block of logs is; 0 when no position is given.
    private let logPosition: Int

    /// Behind the last block.
    private let bodyEnd: Int

    /// - Throws: `ReftableError` when header or footer are broken, or of another format.
    init(_ bytes: [UInt8], format: ObjectFormat) throws(ReftableError) {
        guard bytes.count >= 24, bytes.starts(with: "REFT".utf8) else { throw .noTable }
        switch bytes[4] {
        case 1:
            headerLength = 24
            guard format == .sha1 else { throw .unsupported }
        case 2:
            headerLength = 28
            guard bytes.count >= 28 else { throw .noTable }
            guard bytes[24..<28].elementsEqual(format == .sha1 ? "sha1".utf8 : "s256".utf8) else { throw .unsupported }
        default: throw .unsupported
        }
        let footerLength = headerLength + 44
        guard bytes.count >= headerLength + footerLength else { throw .noTable }
        bodyEnd = bytes.count - footerLength
        guard bytes[bodyEnd..<bodyEnd + headerLength] == bytes[..<headerLength] else { throw .noTable }
        var reader = FieldReader(bytes, in: 5..<8)
        blockSize = reader.small(3) ?? 0
        reader = FieldReader(bytes, in: bodyEnd + headerLength + 24..<bytes.count)
        guard let position = reader.number(8), reader.number(8) != nil, let checksum = reader.number(4) else {
            throw .noTable
        }
        guard DeflatedBlock.checksum(bytes.span.extracting(bodyEnd..<bytes.count - 4)) == UInt32(checksum) else {
            throw .wrongChecksum
        }
        guard position < bodyEnd else { throw .malformed(offset: bytes.count - 20) }
        logPosition = Int(position)
        self.bytes = bytes
        self.format = format
    }

    /// Pushes every record about a reference, in order of their names. `target` is `nil` where one was deleted.
    ///
    /// - Parameter budget: bytes that names may still take: a few bytes can repeat a long one. Theirs are taken off.
    /// - Throws: `ReftableError.malformed` or `.tooLarge`; what was pushed before is valid.
    ///
    /// Complexity: O(n) in the size of the table and of all names.
    func references(
        budget: inout Int,
        into sink: (_ name: [UInt8], _ target: Reference.Target?, _ peeled: ObjectID?) -> Void
    ) throws(ReftableError) {
        var position = 0
        while position < bodyEnd, let block = try block(at: position), block.kind == UInt8(ascii: "r") {
            var records = try ReftableRecords(bytes, in: block.content)
            while let type = try records.nextKey() {
                budget -= records.key.count
                guard budget >= 0 else { throw .tooLarge }
                let (target, peeled) = try records.referenceValue(type, format: format)
                sink(records.key, target, peeled)
            }
            position = positionBehind(block, at: position)
        }
    }

    /// Pushes every record of a log: of each reference the latest one first. `entry` is `nil` where one was deleted.
    ///
    /// - Parameter budget: bytes that inflated blocks and keys may still take. Theirs are taken off.
    /// - Throws: `ReftableError.malformed` or `.tooLarge`; what was pushed before is valid.
    func logs(
        budget: inout Int, into sink: (_ key: [UInt8], _ entry: ReflogEntry?) -> Void
    ) throws(ReftableError) {
        var position = logPosition
        if position == 0 {
            guard bodyEnd > headerLength, bytes[headerLength] == UInt8(ascii: "g") else { return }
        }
        while position < bodyEnd, let block = try block(at: position), block.kind == UInt8(ascii: "g") {
            let size = block.content.count
            budget -= size
            guard budget >= 0 else { throw .tooLarge }
            let start = block.content.lowerBound
            guard let inflated = DeflatedBlock.inflate(bytes.span.extracting(start..<bodyEnd), size: size) else {
                throw .malformed(offset: position)
            }
            var records = try ReftableRecords(inflated.content, in: 0..<size)
            while let type = try records.nextKey() {
                budget -= records.key.count
                guard budget >= 0 else { throw .tooLarge }
                let entry = try records.logValue(type, format: format)
                sink(records.key, entry)
            }
            position = start + inflated.consumed
        }
    }

    private struct Block {
        let kind: UInt8

        /// Its records and what belongs to them. Of logs, as it is when inflated.
        let content: Range<Int>
    }

    /// `nil` when there is no block but padding up to the footer.
    private func block(at position: Int) throws(ReftableError) -> Block? {
        let start = position == 0 ? headerLength : position
        if start == bodyEnd { return nil }
        guard bodyEnd - start >= 4 else { throw .malformed(offset: position) }
        var reader = FieldReader(bytes, in: start..<start + 4)
        guard let kind = reader.small(1), let length = reader.small(3) else { throw .malformed(offset: position) }
        guard "riog".utf8.contains(UInt8(kind)), length >= start - position + 4 else {
            throw .malformed(offset: position)
        }
        let end = position + length
        guard end <= bodyEnd || kind == Int(UInt8(ascii: "g")) else { throw .malformed(offset: position) }
        return Block(kind: UInt8(kind), content: start + 4..<end)
    }

    /// Padding is zeros, and no block begins with a zero. A block that is not filled up has the next one behind it.
    private func positionBehind(_ block: Block, at position: Int) -> Int {
        let end = block.content.upperBound
        guard blockSize > end - position, end < bodyEnd, bytes[end] == 0 else { return end }
        return position + blockSize
    }
}
