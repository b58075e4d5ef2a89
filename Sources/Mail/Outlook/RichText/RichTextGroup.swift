/// What holds in a group of RTF, between its braces.
struct RichTextGroup {
    /// Whether its text is left out: a font table, a picture, a destination that is not known.
    var isSkipped = false

    /// Whether it is between `\htmlrtf` and `\htmlrtf0`: RTF that stands for HTML which is told elsewhere.
    var isStandIn = false

    /// Whether it is a piece of HTML: `\*\htmltag`.
    var isTag = false

    /// How many characters stand behind `\u` for readers that do not know it: `\uc`.
    var alternatives = 1
}
