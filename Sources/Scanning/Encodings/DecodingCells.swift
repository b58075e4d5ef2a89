/// How a blob is divided to look for encoded text in it: what is found must not depend on where segments are cut, and
/// encoded text may be of any length, and be decoded in ways that depend on where it begins.
///
/// A cell is a stretch of the blob at a fixed place. Around it lies its window, and what is found for a cell is a pure
/// function of its window's bytes. An anchor counts in the cell in which its encoded form starts, and a cell belongs to
/// the segment in whose core it starts, so a segment's context must hold the window.
struct DecodingCells: Hashable, Sendable {
    private static let mostSize = 16 << 10
    private static let mostBefore = 4 << 10
    private static let mostAfter = 24 << 10

    /// Bytes of a cell.
    let size: Int

    /// Bytes of the window in front of the cell, and behind it: a credential may take so many in its encoded form.
    let before: Int
    let after: Int

    /// Bytes behind a cell that a compressed stream which begins in it may take: all that are at hand, since where it
    /// goes on, it cannot be read.
    let afterStream: Int

    /// - Parameters: bytes in front of a segment's core, and behind it, that are at hand.
    init(before contextBefore: Int, after contextAfter: Int) {
        size = min(Self.mostSize, contextAfter / 2)
        before = min(Self.mostBefore, contextBefore)
        after = min(Self.mostAfter, contextAfter - size)
        afterStream = contextAfter - size
    }

    /// Where the cells begin that belong to a core, in ascending order.
    ///
    /// - Parameters:
    ///   - core: offsets in the blob.
    ///   - followsHole: whether zeros lie in front of it: then the cell that it begins in is its own too.
    func starts(in core: Range<Int>, followsHole: Bool) -> StrideTo<Int> {
        let first = core.lowerBound / size * size
        let isOwn = followsHole || first == core.lowerBound
        return stride(from: isOwn ? first : first + size, to: core.upperBound, by: size)
    }
}
