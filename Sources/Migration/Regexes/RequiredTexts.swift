import Rules

/// Texts of which every match holds one: the anchors of a rule.
///
///     exact texts    all texts of a node, if they are few: a literal, a small class, alternatives of these
///     a sequence     neighbours with exact texts are put together; each run of them is a candidate
///     alternatives   what each branch requires, together
///     the best       the longest shortest text; ordinary words count as short
struct RequiredTexts {
    /// A byte, or an ASCII letter in either case.
    struct Element: Hashable {
        let byte: UInt8
        let isEitherCase: Bool
    }

    typealias Text = [Element]

    /// Texts that every match holds one of.
    struct Candidate {
        var texts: [Text]
        /// How many bytes at most stand in the match in front of the text; `nil` if there is no such number.
        var before: Int?
        /// Which item of the outermost sequence it begins in.
        var item = 0
        var weight: Double

        var startsMatch: Bool { before == 0 }
    }

    /// How many bytes a set may have to be told apart: few, or, where nothing better is found, as many as there are
    /// letters and digits.
    private static let widestSets = [5, 62]
    /// The best texts; `nil` if no text of enough bytes is required.
    let best: Candidate?

    init(of node: RegexNode) {
        var best: Candidate?
        for widestSet in Self.widestSets where best == nil {
            best = RequiredTextAnalyser(widestSet: widestSet).analysis(of: node).best
        }
        self.best = best
    }
}
