import Testing

/// Records an issue that shows what is in a list which should be empty.
func expectNone(
    _ violations: [String], _ rule: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    guard !violations.isEmpty else { return }
    Issue.record("\(rule):\n\(violations.joined(separator: "\n"))", sourceLocation: sourceLocation)
}
