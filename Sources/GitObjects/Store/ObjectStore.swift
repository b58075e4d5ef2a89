import Blobs
import Inputs

/// All objects of a repository: folders of loose objects and packs, its own and those that it borrows.
///
/// What was there when it was made. For all workers; each reads with an `ObjectReader` or a `ForestWalker` of its own.
public final class ObjectStore: Sendable {
    public let format: ObjectFormat

    /// What could not be read, or was not, in the order in which it was met.
    public let problems: [StoreProblem]

    /// By number, folder by folder, in the order of their names.
    public let packs: [Pack]

    let folders: [ObjectFolder]
    private let directories: [RawPath]
    private let handles: DirectoryHandles

    /// Reads the names in the folders, and the indexes of all packs.
    ///
    /// - Parameters:
    ///   - directories: folders of objects: that of the repository first, then others such as that of a quarantine.
    ///     Those in `info/alternates` follow: at most five links deep, at most 64 folders in all.
    ///   - handles: shared with the rest of the scan.
    public init(directories: [RawPath], format: ObjectFormat, handles: DirectoryHandles) {
        var collector = FolderCollector(handles)
        for directory in directories { collector.add(directory) }
        let openPacks = OpenPacks()
        var packs = PackCollector(format, openPacks: openPacks)
        for folder in collector.folders {
            if let packFolder = folder.packFolder { packs.add(packFolder) }
        }
        self.format = format
        self.directories = directories
        self.handles = handles
        folders = collector.folders
        self.packs = packs.packs
        problems = collector.problems + packs.problems
    }

    /// The same folders, read again: for when packs have come and gone meanwhile.
    public func refreshed() -> ObjectStore {
        ObjectStore(directories: directories, format: format, handles: handles)
    }

    /// The paths of the folders, by number.
    public var folderPaths: [RawPath] { folders.map(\.directory.path) }

    public func contains(_ id: ObjectID) -> Bool { locate(id) != nil }

    /// Where an object is; packs before loose objects. `nil` when it is nowhere.
    ///
    /// Complexity: O(p log n) for p packs, and for an object that is in none a system call for each folder.
    public func locate(_ id: ObjectID) -> ObjectPlace? {
        guard id.format == format else { return nil }
        let name = id.bytes
        for pack in packs {
            if let position = pack.index.position(of: name.span) {
                return .packed(pack: pack.number, position: position)
            }
        }
        return folders.indices.first { hasLoose(id, name[0], folder: $0) }.map { .loose(folder: $0) }
    }

    /// All places of an object, in the order of `locate`.
    func places(of id: ObjectID) -> [ObjectPlace] {
        guard id.format == format else { return [] }
        let name = id.bytes
        var places: [ObjectPlace] = packs.compactMap { pack in
            pack.index.position(of: name.span).map { .packed(pack: pack.number, position: $0) }
        }
        for folder in folders.indices where hasLoose(id, name[0], folder: folder) {
            places.append(.loose(folder: folder))
        }
        return places
    }

    /// The file of an object in one of the folders, whether it is there or not; `nil` when it cannot be.
    func looseObject(_ id: ObjectID, folder: Int) -> LooseObject? {
        folders[folder].fans[Int(id.bytes[0])].map { LooseObject(id: id, folder: folder, directory: $0) }
    }

    /// Enumerates the loose objects of all folders, in the order of the first two digits; each once, also when several
    /// folders have it, and also when a pack has it. Files whose names are no object names are left out.
    ///
    /// - Returns: folders that could not be read to their end, and links in the place of objects.
    public func forEachLooseObject(_ body: (LooseObject) -> Void) -> [StoreProblem] {
        var problems: [StoreProblem] = []
        for byte in 0..<256 {
            var seen: Set<ObjectID> = []
            for (number, folder) in folders.enumerated() {
                guard let fan = folder.fans[byte] else { continue }
                do throws(InputError) {
                    var reader = LooseFolderReader(fan, format: format)
                    for id in try reader.ids() where folders.count == 1 || seen.insert(id).inserted {
                        body(LooseObject(id: id, folder: number, directory: fan))
                    }
                    problems.append(contentsOf: reader.problems)
                } catch {
                    problems.append(StoreProblem(fan.path, opening: error))
                }
            }
        }
        return problems
    }

    private func hasLoose(_ id: ObjectID, _ firstByte: UInt8, folder: Int) -> Bool {
        guard let fan = folders[folder].fans[Int(firstByte)] else { return false }
        let object = LooseObject(id: id, folder: folder, directory: fan)
        return (try? FileFacts(of: object.name, in: fan))?.kind == .regular
    }
}
