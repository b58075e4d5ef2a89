/// Steps through the entries of a tree: octal mode, space, name, NUL, object name in binary.
///
/// The content is handed in for each step, so that this is a plain value. Entries are given as they are, however
/// strange; whatever the content, there is an end and no trap. Allocates nothing.
///
/// Format: git's Documentation/user-manual, "Tree Object", and what `git mktree` writes.
public struct TreeEntries: Sendable {
    /// How far the entries were read.
    public enum Ending: Hashable, Sendable {
        /// More may follow.
        case notReached

        /// The last entry ended where the content does.
        case complete

        /// From this byte offset on there is no entry. Those before it are valid.
        case broken(offset: Int)
    }

    public private(set) var ending = Ending.notReached

    /// Where the next entry begins: a byte offset.
    public private(set) var position = 0

    private let idLength: Int

    public init(format: ObjectFormat) {
        idLength = format.idLength
    }

    /// Goes on at an offset at which an entry begins, or the content ends.
    public mutating func skip(to offset: Int) {
        position = offset
    }

    /// - Parameter content: the same in every call.
    /// - Returns: `nil` at the end; `ending` then says whether all of the content was read.
    ///
    /// Complexity: O(n) in the length of the entry.
    public mutating func next(in content: Span<UInt8>) -> TreeEntry? {
        let start = position
        let count = content.count
        guard start < count else {
            if ending == .notReached { ending = .complete }
            return nil
        }
        guard let (mode, nameStart) = Self.mode(in: content, at: start) else { return stop(at: start, count) }
        let nameEnd = content.position(of: 0, from: nameStart)
        guard count - nameEnd > idLength else { return stop(at: start, count) }
        position = nameEnd + 1 + idLength
        return TreeEntry(mode: mode, name: nameStart..<nameEnd, idStart: nameEnd + 1)
    }

    /// The mode, and where the name behind its space starts; `nil` when there is none.
    private static func mode(in content: Span<UInt8>, at start: Int) -> (mode: UInt32, end: Int)? {
        if start <= content.count - 8 {
            // Nearly all entries have one of two modes.
            let word = content.word(at: start)
            if word & 0x00FF_FFFF_FFFF_FFFF == regularFile { return (0o100644, start + 7) }
            if word & 0x0000_FFFF_FFFF_FFFF == folder { return (0o040000, start + 6) }
        }
        var index = start
        var mode: UInt32 = 0
        while index < content.count, case let digit = content[index] &- UInt8(ascii: "0"), digit < 8 {
            guard mode < 1 << 29 else { return nil }
            mode = mode << 3 | UInt32(digit)
            index += 1
        }
        guard index > start, index < content.count, content[index] == UInt8(ascii: " ") else { return nil }
        return (mode, index + 1)
    }

    /// `100644 ` and `40000 `, the first byte in the lowest place.
    private static let regularFile: UInt64 = 0x0020_3434_3630_3031
    private static let folder: UInt64 = 0x0000_2030_3030_3034

    private mutating func stop(at offset: Int, _ count: Int) -> TreeEntry? {
        ending = .broken(offset: offset)
        position = count
        return nil
    }
}
