/// One thing that is wrong with a rule file: where, in which rule, what, and what to do about it.
public struct RuleProblem: Error, Hashable, Sendable {
    public let file: String
    /// From 1.
    public let line: Int
    /// From 1; `nil` if only the line is known.
    public let column: Int?
    /// The id of the rule or composite; `nil` if the problem lies outside of one or its id cannot be read.
    public let rule: String?
    public let reason: RuleProblemReason

    public init(file: String, line: Int, column: Int?, rule: String?, reason: RuleProblemReason) {
        self.file = file
        self.line = line
        self.column = column
        self.rule = rule
        self.reason = reason
    }

    /// Whether the rules can be used in spite of it.
    public var isWarning: Bool { reason.isWarning }
}

extension RuleProblem: CustomStringConvertible {
    /// `file:line:column: error: …`, as compilers print it and SwiftPM shows it.
    public var description: String {
        let place = "\(file):\(line)" + (column.map { ":\($0)" } ?? "")
        let subject = rule.map { "rule \(Quotation($0)): " } ?? ""
        return "\(place): \(isWarning ? "warning" : "error"): \(subject)\(reason)"
    }
}
