import Inputs

/// What a folder holds, as its listing goes on.
struct Listing {
    /// With the git place that is known at the end of the listing.
    private(set) var folder: FolderContext
    var files = EntryBatch()
    private(set) var folders = EntryBatch()

    private var shape = GitFolderShape()

    /// Files that are store data if the folder turns out to be a git folder.
    private var held = EntryBatch()

    init(_ folder: FolderContext) {
        self.folder = folder
    }

    mutating func add(file name: Span<UInt8>) {
        note(name, .regular)
        if GitPlace.top.storeKind(of: name) != nil { held.append(name) } else { files.append(name) }
    }

    mutating func add(folder name: Span<UInt8>) {
        note(name, .directory)
        folders.append(name)
    }

    /// Looks at an entry that is neither.
    mutating func note(_ name: Span<UInt8>, _ kind: EntryKind) {
        shape.note(name, kind)
    }

    /// Whether it is a git folder. Known once all entries were added.
    var isGitFolder: Bool { shape.isGitFolder }

    /// Says that all entries were added.
    mutating func finish() {
        if shape.isGitFolder { folder.gitPlace = .top }
        var name = EntryName()
        while held.popLast(into: &name) { files.append(name.bytes.span) }
    }
}
