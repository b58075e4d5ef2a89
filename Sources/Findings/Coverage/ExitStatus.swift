/// The exit status of a run, a pure function of what happened.
public enum ExitStatus: Hashable, Sendable {
    /// Complete, no finding that fails the run, report delivered.
    case clean
    /// Complete, with findings.
    case findings
    /// Usage, configuration, rules or a named target refused: nothing was scanned.
    case refused
    /// Something in scope was not examined; no finding that fails the run.
    case incomplete
    /// Something in scope was not examined; findings.
    case incompleteWithFindings
    /// The report could not be delivered.
    case undelivered
    /// A signal ended the run; the report says what was found until then.
    case interrupted(Interruption)

    public init(failingFindings: Int, isIncomplete: Bool, isDelivered: Bool, interruption: Interruption?) {
        if !isDelivered {
            self = .undelivered
        } else if let interruption {
            self = .interrupted(interruption)
        } else if isIncomplete {
            self = failingFindings > 0 ? .incompleteWithFindings : .incomplete
        } else {
            self = failingFindings > 0 ? .findings : .clean
        }
    }

    /// The process's exit code.
    public var code: Int32 {
        switch self {
        case .clean: 0
        case .findings: 1
        case .refused: 2
        case .incomplete: 3
        case .incompleteWithFindings: 4
        case .undelivered: 5
        case .interrupted(let signal): 128 + signal.rawValue
        }
    }
}
