/// What in a regular expression is not understood, or cannot be said in PCRE2 with a finite reach.
struct RegexError: Error, Hashable {
    /// The construct, with its place: "'(?=' at byte 12".
    let description: String

    init(_ construct: String, at offset: Int) {
        description = "\(construct) at byte \(offset) of the pattern"
    }

    init(_ description: String) {
        self.description = description
    }
}
