/// The columns of the table, in order. New ones are added at the end, in front of `value`.
enum CSVColumn: String, CaseIterable {
    case path, line, column
    case endLine = "end_line"
    case endColumn = "end_column"
    case rule, title, severity, confidence, verdict, redacted, length, group
    case occurrenceCount = "occurrence_count"
    case place, fingerprint
    case introducedCommit = "introduced_commit"
    case lastCommit = "last_commit"
    case inHead = "in_head"
    case pushed, suppression, reason

    /// The secret itself: only with `--show-secrets`.
    case value
}
