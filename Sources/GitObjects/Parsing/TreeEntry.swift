/// One entry of a tree, as offsets into its content: nothing is copied before somebody asks.
public struct TreeEntry: Hashable, Sendable {
    /// Kind and permissions, as in `stat`: 0o100644, 0o100755, 0o120000, 0o040000, 0o160000. Others occur.
    public let mode: UInt32

    /// Byte range of the name. It can be anything without NUL: empty, `..`, `.git`, with slashes, twice in a tree.
    public let name: Range<Int>

    /// Byte offset of the object's name in binary: right behind the NUL of the entry's name.
    public let idStart: Int

    /// The object.
    ///
    /// - Parameter content: the tree that this entry was read from.
    public func id(in content: Span<UInt8>, format: ObjectFormat) -> ObjectID {
        ObjectID(content.extracting(idStart..<idStart + format.idLength), format: format)
    }

    public var isTree: Bool { mode & 0o170000 == 0o040000 }

    /// Whether it names a commit of another repository: a submodule. This one has no such object.
    public var isGitlink: Bool { mode & 0o170000 == 0o160000 }

    /// Whether it is a symbolic link: the object is a blob that holds the target.
    public var isLink: Bool { mode & 0o170000 == 0o120000 }
}
