extension Sample {
    /// A GitHub token with right check digits, of letters and digits alone: it can stand in names and in scripts.
    static func token(_ seed: Int) -> String { text("{checked:github|ghp_{alnum:30}}", seed) }
}
