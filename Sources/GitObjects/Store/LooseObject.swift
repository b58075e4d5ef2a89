import Blobs
import Inputs

/// An object in a file of its own. Nothing is open.
public struct LooseObject: Sendable {
    public let id: ObjectID

    /// The number of the object folder in the store.
    public let folder: Int

    /// The folder whose name is the first two digits.
    let directory: Directory

    /// Made anew for each call.
    public var path: RawPath { directory.path(of: name) }

    var name: EntryName { EntryName(id.hexadecimal.utf8.dropFirst(2)) }

    func open() throws(ObjectError) -> OpenFile {
        do {
            return try OpenFile(name, in: directory)
        } catch {
            throw error == .vanished ? .missing : .unreadable(error)
        }
    }
}
