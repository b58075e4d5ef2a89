import Blobs
import Inputs

/// Finds all folders of objects: those that were given, then those that they borrow from, each once.
struct FolderCollector {
    /// As git has it: no more links from one store to the next.
    static let deepest = 5

    /// No more folders are read, so that no list of them is endless.
    static let most = 64

    private(set) var folders: [ObjectFolder] = []
    private(set) var problems: [StoreProblem] = []

    private let handles: DirectoryHandles
    private var seen: Set<InodeKey> = []

    init(_ handles: DirectoryHandles) {
        self.handles = handles
    }

    /// Adds a folder and all that it borrows from. An alternate must look like a store.
    mutating func add(_ path: RawPath) {
        add(path, isAlternate: false, below: [])
    }

    /// - Parameter ancestors: the stores that led here.
    private mutating func add(_ path: RawPath, isAlternate: Bool, below ancestors: [InodeKey]) {
        do throws(InputError) {
            let directory = try handles.root(path)
            guard let key = directory.key else { return }
            if ancestors.contains(key) { problems.append(StoreProblem(path, .alternatesLoop)) }
            guard seen.insert(key).inserted else { return }
            guard folders.count < Self.most else {
                problems.append(StoreProblem(path, .tooManyAlternates(limit: Self.most)))
                return
            }
            let folder = try ObjectFolder(directory)
            guard !isAlternate || folder.looksLikeStore else {
                problems.append(StoreProblem(path, .noStore))
                return
            }
            folders.append(folder)
            problems.append(contentsOf: folder.problems)
            follow(folder, below: ancestors + [key])
        } catch {
            problems.append(StoreProblem(path, opening: error))
        }
    }

    private mutating func follow(_ folder: ObjectFolder, below ancestors: [InodeKey]) {
        guard let info = folder.infoFolder else { return }
        let name = EntryName("alternates")
        let path = info.path(of: name)
        do throws(InputError) {
            let file = try OpenFile(name, in: info)
            guard file.size <= AlternatesFile.largest, let content = file.bytes(at: 0, count: file.size) else {
                problems.append(StoreProblem(path, .corrupt("it is too long, or cannot be read")))
                return
            }
            let paths = AlternatesFile.paths(content, relativeTo: folder.directory.path)
            guard paths.isEmpty || ancestors.count <= Self.deepest else {
                problems.append(StoreProblem(path, .alternatesTooDeep(limit: Self.deepest)))
                return
            }
            for alternate in paths {
                guard folders.count < Self.most, problems.count < 2 * Self.most else {
                    problems.append(StoreProblem(path, .tooManyAlternates(limit: Self.most)))
                    return
                }
                add(alternate, isAlternate: true, below: ancestors)
            }
        } catch {
            if error != .vanished { problems.append(StoreProblem(path, opening: error)) }
        }
    }
}
