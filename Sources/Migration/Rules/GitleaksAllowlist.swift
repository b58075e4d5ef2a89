/// An allowlist of gitleaks: what is not reported. Of it, what is said about secrets can be carried over.
struct GitleaksAllowlist {
    /// PCRE2 patterns.
    private(set) var patterns: [String] = []
    private(set) var remarks: [String] = []
    /// The rules that it is for; empty for all.
    let targets: [String]
    let line: Int

    init(_ table: ForeignTable) throws(MigrationError) {
        targets = try table.texts("targetRules")
        line = table.line
        let regexes = try table.texts("regexes")
        let stopwords = try table.texts("stopwords")
        let paths = try table.texts("paths")
        let commits = try table.texts("commits")
        let isAnd = ["and", "&&"].contains(try table.text("condition")?.lowercased() ?? "")
        let target = try table.text("regexTarget")?.lowercased() ?? "secret"

        if !paths.isEmpty { remarks.append("allowlist: 'paths' are not carried over: leave them out of the scan") }
        if !commits.isEmpty { remarks.append("allowlist: 'commits' are not carried over") }
        if isAnd, !paths.isEmpty || !commits.isEmpty {
            remarks.append("allowlist: with 'AND' the whole of it is not carried over")
            return
        }
        let regexPatterns = take(regexes, target: target)
        let words = AllowPatterns.words(stopwords, ignoresCase: true).map { [$0] } ?? []
        if isAnd, !regexes.isEmpty, !words.isEmpty {
            guard regexPatterns.count == regexes.count else { return }
            patterns = [AllowPatterns.all(["(?:\(regexPatterns.joined(separator: "|")))"] + words)]
        } else {
            patterns = regexPatterns + words
        }
    }

    private mutating func take(_ regexes: [String], target: String) -> [String] {
        guard !regexes.isEmpty else { return [] }
        if target == "line" {
            remarks.append("allowlist: 'regexes' about the line are not carried over")
            return []
        }
        if target == "match" {
            remarks.append("allowlist: 'regexes' about the match now see the secret only")
        }
        return regexes.compactMap { regex in
            do throws(RegexError) {
                return try AllowPatterns.pattern(regex, dialect: .go)
            } catch {
                remarks.append("allowlist: one of 'regexes' is not carried over: \(error.description)")
                return nil
            }
        }
    }
}
