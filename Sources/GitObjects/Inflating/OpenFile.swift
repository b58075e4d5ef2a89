import Blobs
import Inputs

/// A regular file that stays open as long as somebody holds this, read at any offset by any worker.
final class OpenFile: Sendable {
    private let source: FileSource

    /// As it was when the file was opened.
    let facts: FileFacts

    init(_ name: EntryName, in directory: Directory) throws(InputError) {
        source = try FileSource(name, in: directory)
        facts = source.facts
    }

    /// In bytes, when the file was opened.
    var size: Int { facts.size }

    /// Fills `buffer` with the bytes from `offset` on.
    ///
    /// - Returns: `false` when not all of them can be had.
    func fill(_ buffer: inout MutableSpan<UInt8>, at offset: Int) -> Bool {
        // The descriptor lives as long as the source.
        defer { withExtendedLifetime(self) {} }
        guard !buffer.isEmpty else { return true }
        guard offset >= 0, let reader = source.plainReader else { return false }
        return reader.fill(&buffer, at: offset)
    }

    /// So many bytes from `offset` on; `nil` when not all of them can be had.
    func bytes(at offset: Int, count: Int) -> [UInt8]? {
        guard offset >= 0, count >= 0, count <= size, offset <= size - count else { return nil }
        var bytes = [UInt8](repeating: 0, count: count)
        var span = bytes.mutableSpan
        return fill(&span, at: offset) ? bytes : nil
    }
}
