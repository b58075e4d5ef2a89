import Blobs
import Inputs

/// What is staged: the file `index` of a work tree.
///
/// Versions 2 to 4, whole or split, with sparse folders. Its checksum is not compared: git itself does not when it
/// reads, so an index that was tampered with counts as it stands.
///
/// Format: git's Documentation/gitformat-index.
public struct StagingIndex: Sendable {
    /// A larger file, in bytes, is not read: some two million entries.
    public static let sizeLimit = 256 << 20

    /// In order of path and stage.
    public let entries: [StagingEntry]

    /// Whether some entries stand for whole folders, which are trees.
    public let isSparse: Bool

    /// Reads an index and, if it is split, its other part.
    ///
    /// - Parameters:
    ///   - path: of the index.
    ///   - folder: where the other part is looked for: the git folder. The folder of the index if `nil`.
    /// - Throws: `StagingIndexError`
    ///
    /// Complexity: O(n) in the size of the files, O(n log n) in the entries if it is split.
    public static func read(
        _ path: RawPath, format: ObjectFormat, handles: DirectoryHandles, sharedIn folder: RawPath? = nil
    ) throws(StagingIndexError) -> StagingIndex {
        let parser = try parse(path, format: format, handles: handles)
        guard let link = parser.link, !link.shared.isNull else {
            return StagingIndex(entries: parser.entries, isSparse: parser.isSparse)
        }
        let name = "sharedindex." + link.shared.hexadecimal
        let shared: StagingIndexParser
        do {
            shared = try parse(
                (folder ?? path.folderOfFile).appending(name.utf8), format: format, handles: handles)
        } catch {
            throw .sharedPart
        }
        guard shared.link == nil else { throw .mismatchedParts }
        let entries = try SplitIndex.merged(parser.entries, over: shared.entries, bitmaps: link.bitmaps)
        return StagingIndex(entries: entries, isSparse: parser.isSparse || shared.isSparse)
    }

    private static func parse(
        _ path: RawPath, format: ObjectFormat, handles: DirectoryHandles
    ) throws(StagingIndexError) -> StagingIndexParser {
        let bytes: [UInt8]
        do {
            bytes = try RepositoryFile.read(path, handles: handles, limit: sizeLimit)
        } catch {
            throw error == .vanished ? .missing : .unreadable(error)
        }
        return try StagingIndexParser(bytes, format: format)
    }
}
