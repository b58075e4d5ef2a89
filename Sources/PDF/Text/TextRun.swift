/// A string of a page, as it stands there.
struct TextRun {
    let direction: Direction

    /// Along the text, where it begins.
    let start: Double

    /// Where what comes next would begin.
    let end: Double

    /// Of the baseline: the larger, the further up.
    let baseline: Double

    /// Of the letters, along the text. Never negative.
    let size: Double

    /// Of the page's text.
    let text: Range<Int>
}
