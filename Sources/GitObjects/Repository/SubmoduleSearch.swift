import Blobs
import Inputs

/// Finds the submodules of a repository: git folders in `modules`, and those in work trees that `.gitmodules` names.
///
/// Format: git's Documentation/gitsubmodules.
struct SubmoduleSearch {
    /// Names have slashes, so `modules` is a tree. Deeper ones are a problem, not a crash.
    static let depthLimit = 64

    let handles: DirectoryHandles
    private(set) var submodules: [Submodule] = []
    private(set) var problems: [RepositoryProblem] = []

    init(handles: DirectoryHandles) {
        self.handles = handles
    }

    /// Looks below a folder `modules`. Symbolic links are not followed.
    ///
    /// Complexity: O(n) in the entries of the folders that are no git folders.
    mutating func addAbsorbed(in modules: RawPath) {
        var waiting: [(path: RawPath, name: [UInt8], depth: Int)] = [(modules, [], 0)]
        while let folder = waiting.popLast() {
            let entries: [FolderEntry]
            do {
                entries = try FolderListing.entries(of: folder.path, handles: handles)
            } catch {
                problems.append(RepositoryProblem(path: folder.path, note: "cannot be listed"))
                continue
            }
            guard folder.depth < Self.depthLimit else {
                problems.append(RepositoryProblem(path: folder.path, note: "lies too deep in modules"))
                continue
            }
            for entry in entries where entry.kind == .directory {
                let path = folder.path.appending(entry.name)
                let name = folder.name.isEmpty ? entry.name : folder.name + [UInt8(ascii: "/")] + entry.name
                if GitFolder(path, ownObjects: true, handles: handles) != nil {
                    add(path, name: name)
                } else {
                    waiting.append((path, name, folder.depth + 1))
                }
            }
        }
    }

    /// Looks where `.gitmodules` of a work tree says that submodules are.
    mutating func addInitialised(in workTree: RawPath) {
        let path = workTree.appending(".gitmodules".utf8)
        let configuration: GitConfiguration
        do {
            configuration = try GitConfiguration.read(path, handles: handles)
        } catch {
            problems.append(RepositoryProblem(path: path, note: "cannot be read"))
            return
        }
        for setting in configuration.settings {
            guard setting.section.elementsEqual("submodule".utf8), setting.key.elementsEqual("path".utf8),
                let name = setting.subsection, let written = setting.value
            else { continue }
            guard Self.staysInside(written) else {
                problems.append(RepositoryProblem(path: path, note: "a submodule lies outside of the work tree"))
                continue
            }
            let inside = workTree.appending(written)
            let folder = inside.appending(".git".utf8)
            // A file `.git` leads to `modules`, which is looked at by itself.
            guard folder.isFolder, GitFolder(folder, ownObjects: true, handles: handles) != nil,
                !submodules.contains(where: { $0.gitDirectory == folder })
            else { continue }
            submodules.append(Submodule(name: name, gitDirectory: folder, workTree: inside, isAbsorbed: false))
        }
    }

    private mutating func add(_ folder: RawPath, name: [UInt8]) {
        submodules.append(
            Submodule(
                name: name, gitDirectory: folder,
                workTree: ConfiguredWorkTree.confirmed(of: folder, handles: handles), isAbsorbed: true))
    }

    /// Whether a path in a work tree cannot lead out of it, by its spelling.
    private static func staysInside(_ path: [UInt8]) -> Bool {
        !path.isEmpty && !path.contains(0)
            && path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
                !$0.isEmpty && !$0.elementsEqual("..".utf8) && !$0.elementsEqual(".".utf8)
            }
    }
}
