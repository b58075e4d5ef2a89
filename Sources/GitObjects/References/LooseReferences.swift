import Blobs
import Inputs

/// Reads references that are files: those below `refs`, and those beside it, such as `HEAD` and `FETCH_HEAD`.
struct LooseReferences {
    /// `FETCH_HEAD` of a large fetch: some hundred bytes a line.
    static let fetchLimit = 64 << 20

    private let handles: DirectoryHandles
    private let format: ObjectFormat
    private(set) var references: [Reference] = []
    private(set) var problems: [RepositoryProblem] = []

    init(format: ObjectFormat, handles: DirectoryHandles) {
        self.handles = handles
        self.format = format
    }

    /// Adds what is below `refs` of a git folder.
    ///
    /// - Parameter prefix: comes before the names: empty for the main worktree.
    mutating func addNested(in folder: RawPath, prefix: [UInt8]) {
        var files = NestedFiles(handles: handles)
        var found: [NestedFiles.File] = []
        files.walk(folder.appending("refs".utf8)) { found.append($0) }
        problems.append(contentsOf: files.problems)
        // A reference that is being written has a file with this ending beside it.
        for file in found where !file.name.suffix(5).elementsEqual(".lock".utf8) {
            add(file, name: prefix + Array("refs/".utf8) + file.name)
        }
    }

    /// Adds what is beside `refs`.
    ///
    /// - Parameter includingHead: not where `HEAD` is a stand-in for older versions of git.
    mutating func addRoot(in folder: RawPath, prefix: [UInt8], includingHead: Bool) {
        do {
            let directory = try handles.root(folder)
            for entry in try FolderListing.entries(of: directory) where RootReference.isName(entry.name) {
                guard includingHead || !entry.name.elementsEqual("HEAD".utf8) else { continue }
                let file = NestedFiles.File(
                    name: entry.name, kind: entry.kind, entry: entry.entryName, directory: directory)
                if RootReference.isList(entry.name) {
                    addList(file, name: prefix + entry.name)
                } else {
                    add(file, name: prefix + entry.name)
                }
            }
        } catch {
            problems.append(RepositoryProblem(path: folder, note: "cannot be listed"))
        }
    }

    private mutating func add(_ file: NestedFiles.File, name: [UInt8]) {
        if file.kind == .symbolicLink { return addLink(file, name: name) }
        guard let content = content(of: file, limit: RepositoryFile.shortLimit) else { return }
        guard let target = LooseReference.target(content, format: format) else {
            if !RootReference.mayBeText(file.name) { note(file, "is no reference") }
            return
        }
        references.append(Reference(name: name, target: target))
    }

    private mutating func addList(_ file: NestedFiles.File, name: [UInt8]) {
        guard let content = content(of: file, limit: Self.fetchLimit) else { return }
        if content.starts(with: "ref:".utf8) { return add(file, name: name) }
        let (ids, broken) = LooseReference.objects(content, format: format)
        references.append(contentsOf: ids.map { Reference(name: name, target: .object($0)) })
        if broken > 0 { note(file, "has \(broken) lines that name no object") }
    }

    /// The first versions of git made symbolic references of symbolic links.
    private mutating func addLink(_ file: NestedFiles.File, name: [UInt8]) {
        let target = try? SymbolicLink.target(of: file.entry, in: file.directory)
        guard let target, target.bytes.starts(with: "refs/".utf8) else {
            return note(file, "is a symbolic link, and was not followed")
        }
        references.append(Reference(name: name, target: .symbolic(target.bytes)))
    }

    /// `nil` when it is gone, as it may be when git has packed it, or when it cannot be read.
    private mutating func content(of file: NestedFiles.File, limit: Int) -> [UInt8]? {
        guard file.kind == .regular else {
            note(file, "is no regular file")
            return nil
        }
        do {
            return try RepositoryFile.read(file.entry, in: file.directory, limit: limit)
        } catch {
            if error != .vanished { note(file, "cannot be read") }
            return nil
        }
    }

    private mutating func note(_ file: NestedFiles.File, _ note: String) {
        problems.append(RepositoryProblem(path: file.path, note: note))
    }
}
