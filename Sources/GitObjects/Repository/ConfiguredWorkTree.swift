import Blobs
import Inputs

/// `core.worktree`: how a submodule's git folder names its work tree, and how a hostile one could name any folder.
///
/// So it counts only where the folder that it names leads back by a file `.git`.
enum ConfiguredWorkTree {
    /// The work tree that a git folder's configuration names; `nil` when there is none that leads back.
    static func confirmed(of folder: RawPath, handles: DirectoryHandles) -> RawPath? {
        let configuration = try? GitConfiguration.read(folder.appending("config".utf8), handles: handles)
        return configuration?.value("core", "worktree").flatMap { confirmed($0, of: folder, handles: handles) }
    }

    /// As above, for a value that was read.
    static func confirmed(_ written: [UInt8], of folder: RawPath, handles: DirectoryHandles) -> RawPath? {
        guard !written.isEmpty, !written.contains(0) else { return nil }
        let workTree = folder.resolving(written)
        let target = try? GitFolder.target(ofFile: workTree.appending(".git".utf8), handles: handles)
        return target?.isSameFile(as: folder) == true ? workTree : nil
    }
}
