import Blobs
import Inputs

/// One pack and its index. Objects are numbered by **position**: the order of their offsets in the pack.
///
/// Format: git's Documentation/gitformat-pack, versions 2 and 3. For all workers.
public final class Pack: Sendable {
    public let path: RawPath

    /// How many objects its index names.
    public let count: Int

    /// Of the pack's file, in bytes.
    public let size: Int

    /// What is wrong with the pack as a whole, though its objects may be well; `nil` mostly.
    let fault: ObjectError?

    let index: PackIndex

    /// Its number in the store.
    public let number: Int

    private let name: EntryName
    private let directory: Directory
    private let openPacks: OpenPacks

    /// The last bytes of the file: mostly the hash of all before, and so what tells a pack from all others.
    private let ending: [UInt8]?

    /// - Throws: `corrupt` or `unreadable` when nothing can be read from it.
    init(
        _ name: EntryName, in directory: Directory, number: Int, index: PackIndex, openPacks: OpenPacks
    ) throws(ObjectError) {
        let file: OpenFile
        do {
            file = try openPacks.file(of: number) { () throws(InputError) in try OpenFile(name, in: directory) }
        } catch {
            throw .unreadable(error)
        }
        guard let header = file.bytes(at: 0, count: 12), header.starts(with: Array("PACK".utf8)),
            [2, 3].contains(BigEndian.word32(header.span, at: 4))
        else { throw .corrupt("this is no pack, or of an unknown version") }
        path = directory.path(of: name)
        count = index.count
        size = file.size
        fault = Self.fault(of: file, header: header, index: index)
        ending = Self.ending(of: file, index.names.format)
        self.index = index
        self.number = number
        self.name = name
        self.directory = directory
        self.openPacks = openPacks
    }

    /// - Precondition: `position` is in `0..<count`.
    public func id(at position: Int) -> ObjectID { index.id(at: position) }

    /// Where the object is in the order of offsets; `nil` when the pack does not have it.
    ///
    /// Complexity: O(log n).
    public func position(of id: ObjectID) -> Int? {
        id.format == index.names.format ? index.position(of: id.bytes.span) : nil
    }

    var format: ObjectFormat { index.names.format }

    /// The bytes that the entry at a position may take: up to the next entry, or to the end of the file, whose last
    /// hash is no part of any entry but does no harm. Empty when the offset lies outside of the pack.
    func range(at position: Int) -> Range<Int> {
        let start = min(Int(index.offsets[position]), size)
        let next = position + 1 < count ? Int(index.offsets[position + 1]) : size
        return start..<max(start, min(next, size))
    }

    /// The open file, which stays open as long as the caller holds it.
    ///
    /// - Throws: `unreadable` when the pack has been closed meanwhile, because there are many, and is gone or another
    ///   one by now.
    func open() throws(ObjectError) -> OpenFile {
        do {
            return try openPacks.file(of: number) { () throws(InputError) in
                let file = try OpenFile(name, in: directory)
                // Not by inode and time: numbers are used again, and git sets the time of packs that it still needs.
                guard file.size == size, Self.ending(of: file, format) == ending else { throw .vanished }
                return file
            }
        } catch {
            throw .unreadable(error)
        }
    }

    private static func ending(of file: OpenFile, _ format: ObjectFormat) -> [UInt8]? {
        let count = min(file.size, format.idLength)
        return file.bytes(at: file.size - count, count: count)
    }

    private static func fault(of file: OpenFile, header: [UInt8], index: PackIndex) -> ObjectError? {
        if Int(BigEndian.word32(header.span, at: 8)) != index.count {
            return .corrupt("pack and index have different numbers of objects")
        }
        let checksum = index.packChecksum
        guard !checksum.isEmpty else { return nil }
        return file.bytes(at: file.size - checksum.count, count: checksum.count) == checksum
            ? nil : .corrupt("the pack does not end as its index says: it is cut, or another one")
    }
}
