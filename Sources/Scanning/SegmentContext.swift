import Rules

/// How many bytes around a segment's core a scanner must see, so that every verdict about the core is the same as if
/// it saw the whole blob.
public struct SegmentContext: Hashable, Sendable {
    /// Bytes before the core.
    public let before: Int

    /// Bytes after the core.
    public let after: Int

    /// The pieces of a blob in which encoded text is looked for.
    let cells: DecodingCells

    /// The pieces of a blob in which tokens with seams are looked for.
    let seamCells: SeamCells

    /// Text around a secret on its line that goes into its place hash, on either side.
    static let excerpt = 128

    /// Bytes of the widest code unit. A window over decoded text may stand for this many times its bytes.
    private static let widestUnit = 4

    init(_ rules: [RuleTraits], longestAnchor: Int) {
        let before = rules.reduce(0) { max($0, $1.reach.before) }
        let after = rules.reduce(0) { max($0, $1.reach.after) }
        // One more byte tells whether a class run, or a word, goes on.
        let line = max(Self.excerpt, AllowComment.distance)
        self.before = Self.widestUnit * (before + line + 1)
        self.after = Self.widestUnit * (after + longestAnchor + line + 1)
        cells = DecodingCells(before: self.before, after: self.after)
        seamCells = SeamCells(before: self.before, after: self.after)
    }
}
