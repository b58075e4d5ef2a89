import PCRE2
import Testing

/// Which of pattern and matcher may use machine code.
struct Configuration: Sendable, CustomTestStringConvertible {
    var pattern: JITPolicy
    var matcher: JITPolicy

    var testDescription: String { "pattern \(pattern), matcher \(matcher)" }

    static let all = JITPolicy.allCases.flatMap { pattern in
        JITPolicy.allCases.map { Configuration(pattern: pattern, matcher: $0) }
    }
}
