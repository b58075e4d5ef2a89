/// A stream of a compound file: what a file is in a file system.
public struct CompoundStream: Hashable, Sendable {
    /// Its own name, without the storages around it.
    public let name: String

    /// Its size in bytes, as the directory says.
    public let size: Int

    /// Where it begins in the file, in bytes; its size if it is empty or that cannot be told.
    public let offset: Int

    /// The number of its entry in the directory.
    let entry: Int

    /// The first sector, of the file or of the mini stream.
    let firstSector: Int
    let isMini: Bool
}
