import Testing

/// Expects an empty list, and shows what is in it.
func expectNone(
    _ violations: [String], _ rule: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(
        violations.isEmpty, "\(rule):\n\(violations.joined(separator: "\n"))", sourceLocation: sourceLocation)
}
