import Findings

/// What was not examined, in words that may stand anywhere.
struct SkipText {
    /// How many examples are named.
    private static let exampleLimit = 3

    private let report: RunReport
    private var filter: ContentFilter

    init(_ report: RunReport) {
        self.report = report
        filter = ContentFilter(report.masker)
    }

    /// `2, 4.0 KiB: gone before it could be read`.
    func text(_ reason: SkipReason) -> String {
        let tally = report.coverage.skipped[reason] ?? SkipTally()
        let size = tally.bytes > 0 ? ", \(Quantity.bytes(tally.bytes))" : ""
        return "\(Quantity.count(tally.count))\(size): \(reason.explanation)"
    }

    /// A few of what was skipped for `reason`, with notes.
    mutating func examples(_ reason: SkipReason, limit: Int = exampleLimit) -> [String] {
        (report.coverage.skipped[reason]?.examples ?? []).prefix(limit).map { example in
            let path = DisplayText.name(filter.path(example.provenance.path).bytes)
            return example.note.isEmpty ? path : "\(path) (\(DisplayText.prose(filter.text(example.note))))"
        }
    }

    /// All of it on one line, for formats that have no more room.
    mutating func line(_ reason: SkipReason) -> String {
        let names = examples(reason)
        let count = report.coverage.skipped[reason]?.count ?? 0
        let rest = count > names.count ? ", …" : ""
        let list = names.isEmpty ? "" : " (" + names.joined(separator: ", ") + rest + ")"
        return "not examined, \(reason.rawValue), \(text(reason))\(list)"
    }
}
