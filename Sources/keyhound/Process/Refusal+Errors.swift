import Migration
import Reporting

extension Refusal {
    /// What is wrong with a file of another scanner, with its line.
    init(_ error: MigrationError, in name: String) {
        self.init("\(name)\(error.line.map { ":\($0)" } ?? ""): \(error.reason)")
    }
}

extension DeliveryError {
    /// How the process ends because of it: refused, if the user named the target wrongly, and else undelivered, which
    /// is said at once.
    var ending: any Error {
        if isRefusal { return Refusal(description) }
        StandardStreams.writeError("keyhound: \(self)\n")
        return ProcessExit(status: .undelivered)
    }
}
