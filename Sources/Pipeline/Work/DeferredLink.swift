import Blobs
import Inputs

/// A symbolic link that is to be followed.
struct DeferredLink: Sendable {
    let folder: FolderContext
    let name: EntryName
    let path: RawPath
}
