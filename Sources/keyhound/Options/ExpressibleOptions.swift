import ArgumentParser
import Findings
import Rules
import Scanning

extension Confidence: ExpressibleByArgument {}
extension Prefilter: ExpressibleByArgument {}

extension Severity: ExpressibleByArgument {
    public init?(argument: String) {
        guard let severity = Severity.allCases.first(where: { $0.rawValue == argument }) else { return nil }
        self = severity
    }
}
