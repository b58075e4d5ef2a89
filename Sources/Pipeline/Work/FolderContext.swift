import Blobs
import Inputs

/// A folder of a walk, with what holds for its entries.
struct FolderContext: Sendable {
    let directory: Directory

    /// How many bytes of the folder's path spell the target that the user named: globs see what follows.
    let rootLength: Int

    /// Where in a git folder this one is; `nil` outside of git folders.
    var gitPlace: GitPlace?

    init(root: Directory, path: RawPath) {
        self.init(directory: root, rootLength: path.bytes.count, gitPlace: nil)
    }

    private init(directory: Directory, rootLength: Int, gitPlace: GitPlace?) {
        self.directory = directory
        self.rootLength = rootLength
        self.gitPlace = gitPlace
    }

    /// The context of a folder in this one.
    func entering(_ directory: Directory, name: EntryName) -> FolderContext {
        FolderContext(
            directory: directory, rootLength: rootLength, gitPlace: gitPlace?.entering(name.bytes.span))
    }
}
