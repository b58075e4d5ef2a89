import Blobs
import Inputs

/// Opens all packs of a store, folder by folder, in the order of their names.
struct PackCollector {
    private(set) var packs: [Pack] = []
    private(set) var problems: [StoreProblem] = []

    private let format: ObjectFormat
    private let openPacks: OpenPacks

    init(_ format: ObjectFormat, openPacks: OpenPacks) {
        self.format = format
        self.openPacks = openPacks
    }

    mutating func add(_ folder: Directory) {
        var names = Names()
        do throws(InputError) {
            try names.read(folder)
        } catch {
            if error != .vanished { problems.append(StoreProblem(folder.path, opening: error)) }
        }
        var multiIndex: MultiPackIndex?
        for stem in names.packs.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let pack = EntryName(stem + Names.pack)
            do throws(ObjectError) {
                if let index = try index(of: stem, names, in: folder, &multiIndex) {
                    try open(pack, in: folder, index)
                } else if !Self.isTemporary(stem) {
                    problems.append(StoreProblem(folder.path(of: pack), .packWithoutIndex))
                }
            } catch {
                problems.append(StoreProblem(folder.path(of: pack), reading: error))
            }
        }
        for stem in names.indexes.subtracting(names.packs).sorted(by: { $0.lexicographicallyPrecedes($1) })
        where !Self.isTemporary(stem) {
            problems.append(StoreProblem(folder.path(of: EntryName(stem + Names.index)), .indexWithoutPack))
        }
    }

    private mutating func open(_ name: EntryName, in folder: Directory, _ index: PackIndex) throws(ObjectError) {
        let pack = try Pack(name, in: folder, number: packs.count, index: index, openPacks: openPacks)
        packs.append(pack)
        if let fault = pack.fault { problems.append(StoreProblem(pack.path, reading: fault)) }
    }

    /// Its own index, or what the index of many packs has of it; `nil` when there is neither.
    private func index(
        of stem: [UInt8], _ names: Names, in folder: Directory, _ multiIndex: inout MultiPackIndex?
    ) throws(ObjectError) -> PackIndex? {
        if names.indexes.contains(stem) {
            return try PackIndexReader.read(try file(EntryName(stem + Names.index), folder), format: format)
        }
        guard names.hasMultiIndex else { return nil }
        if multiIndex == nil {
            multiIndex = try MultiPackIndex(try file(EntryName(Names.multiIndex), folder), format: format)
        }
        return try multiIndex?.index(ofPack: stem + Names.pack)
    }

    /// Git writes packs under such names before it gives them their own.
    private static func isTemporary(_ stem: [UInt8]) -> Bool { stem.starts(with: Array(".tmp-".utf8)) }

    private func file(_ name: EntryName, _ folder: Directory) throws(ObjectError) -> OpenFile {
        do {
            return try OpenFile(name, in: folder)
        } catch {
            throw .unreadable(error)
        }
    }

    /// The names in a folder of packs, without what they end with.
    private struct Names {
        static let pack = Array(".pack".utf8)
        static let index = Array(".idx".utf8)
        static let multiIndex = Array("multi-pack-index".utf8)

        var packs: Set<[UInt8]> = []
        var indexes: Set<[UInt8]> = []
        var hasMultiIndex = false

        private static func ends(_ name: [UInt8], with end: [UInt8]) -> Bool {
            name.count >= end.count && name.suffix(end.count).elementsEqual(end)
        }

        mutating func read(_ folder: Directory) throws(InputError) {
            var reader = try DirectoryReader(folder)
            var names: [[UInt8]] = []
            _ = try reader.read { name, _, _ in
                names.append(name.indices.map { name[$0] })
                return .goOn
            }
            for name in names {
                if name == Self.multiIndex { hasMultiIndex = true }
                if Self.ends(name, with: Self.pack) { packs.insert(name.dropLast(Self.pack.count)) }
                if Self.ends(name, with: Self.index) { indexes.insert(name.dropLast(Self.index.count)) }
            }
        }
    }
}
