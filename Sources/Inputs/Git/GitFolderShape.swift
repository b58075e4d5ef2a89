/// Recognises a git folder by what it holds, whatever its name: `.git`, a bare repository, a submodule in `modules/`.
///
/// The rule is git's own (`is_git_directory` in its setup.c): `HEAD`, `objects` and `refs`.
public struct GitFolderShape: Hashable, Sendable {
    private var hasHead = false
    private var hasObjects = false
    private var hasRefs = false

    public init() {}

    /// Takes note of an entry of the folder, in any order.
    public mutating func note(_ name: Span<UInt8>, _ kind: EntryKind) {
        let isFolder = kind == .directory || kind == .symbolicLink
        if name.equals("HEAD") { hasHead = kind == .regular || kind == .symbolicLink }
        if name.equals("objects") { hasObjects = isFolder }
        if name.equals("refs") { hasRefs = isFolder }
    }

    /// Whether the entries so far make a git folder. Decide when all were noted.
    public var isGitFolder: Bool { hasHead && hasObjects && hasRefs }
}
