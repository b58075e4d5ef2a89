/// Where in a git folder a walk is, as far as the shape of the object store goes.
///
/// Start with `top` at a folder that `GitFolderShape` recognises, and go on with `entering(_:)`. A repository
/// inside (a submodule in `modules/`) is recognised by its own shape, and starts again at `top`.
///
/// Only what has the exact shape of store data is named as such. Everything else below a git folder is an
/// ordinary file: configuration, hooks, logs, messages, LFS content, and whatever somebody put among the objects.
public enum GitPlace: Hashable, Sendable {
    /// The git folder itself.
    case top

    case objects

    /// `objects/00` to `objects/ff`, without a name of its own: the name of a loose object is in two parts.
    case looseObjects

    case packs
    case refTables
    case worktrees

    /// The part of a linked worktree that is kept in the main git folder.
    case worktree

    /// Any other folder.
    case plain

    /// The place of a folder in this one.
    public func entering(_ folder: Span<UInt8>) -> GitPlace {
        switch self {
        case .top:
            if folder.equals("objects") { return .objects }
            if folder.equals("worktrees") { return .worktrees }
            return folder.equals("reftable") ? .refTables : .plain
        case .objects:
            if folder.equals("pack") { return .packs }
            return folder.count == 2 && folder.isLowercaseHex(in: 0..<2) ? .looseObjects : .plain
        case .worktrees:
            return .worktree
        case .worktree:
            return folder.equals("reftable") ? .refTables : .plain
        case .looseObjects, .packs, .refTables, .plain:
            return .plain
        }
    }

    /// What kind of store data a regular file of this name is; `nil` when it is to be scanned like any other.
    public func storeKind(of file: Span<UInt8>) -> GitStoreKind? {
        switch self {
        case .top: file.equals("index") || file.isSharedIndex ? .stagingArea : nil
        case .worktree: file.equals("index") ? .stagingArea : nil
        case .looseObjects: file.isObjectName(in: 0..<file.count, shortBy: 2) ? .looseObject : nil
        case .packs: file.packFileKind
        case .refTables: file.isRefTable ? .refTable : nil
        case .objects, .worktrees, .plain: nil
        }
    }

    /// What kind of store data a path is, from the innermost git folder on; `nil` when it is to be scanned.
    ///
    /// Complexity: O(n) in the length of the path.
    public static func storeKind(ofPath path: Span<UInt8>) -> GitStoreKind? {
        var place = GitPlace.top
        var start = 0
        for index in path.indices where path[index] == UInt8(ascii: "/") {
            place = place.entering(path.extracting(start..<index))
            start = index + 1
        }
        return place.storeKind(of: path.extracting(start...))
    }
}
