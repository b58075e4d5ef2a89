import Foundation
import Testing

/// What became of a process.
struct Outcome {
    /// The exit code; `nil` when a signal ended the process.
    let code: Int32?

    /// The signal that ended the process; `nil` when it ended by itself.
    let signal: Int32?
    let output: [UInt8]
    let errors: [UInt8]

    /// The largest resident size in bytes; `nil` when it was not measured.
    let peakMemory: Int?

    /// Whether the process had to be killed because it did not end.
    let hung: Bool

    var text: String { String(decoding: output, as: UTF8.self) }
    var errorText: String { String(decoding: errors, as: UTF8.self) }

    /// The JSON report on standard output.
    func report() throws -> JSONReport { try JSONReport(output) }
}

extension Outcome: CustomStringConvertible {
    var description: String {
        let end = hung ? "hung" : code.map { "exit \($0)" } ?? "signal \(signal ?? 0)"
        return "\(end); output: \(text.prefix(600)); errors: \(errorText.prefix(600))"
    }
}
