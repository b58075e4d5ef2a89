/// How a blob is divided to look for tokens with seams: what is found must not depend on where segments are cut.
///
/// A cell is a stretch of the blob at a fixed place, with a window around it. What crosses a seam in the cell is a pure
/// function of the window's bytes, and the window of each seam of a core is in the segment's context.
struct SeamCells: Hashable, Sendable {
    private static let mostSize = 4 << 10
    private static let mostAfter = 8 << 10

    /// Bytes of a cell.
    let size: Int

    /// Bytes of the window in front of the cell, and behind it: a credential that begins or ends further away from a
    /// seam is not found across it.
    let before: Int
    let after: Int

    /// - Parameters: bytes in front of a segment's core, and behind it, that are at hand.
    init(before contextBefore: Int, after contextAfter: Int) {
        // A seam may lie a little outside of the core: what it was found beside is inside.
        size = max(1, min(Self.mostSize, contextBefore / 4, contextAfter / 4))
        before = max(0, min(size, contextBefore - size - SeamFinder.before))
        after = max(0, min(Self.mostAfter, contextAfter - size - SeamFinder.behind))
    }
}
