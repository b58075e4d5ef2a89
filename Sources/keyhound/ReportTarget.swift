import Findings
import Reporting

/// Where one report goes, opened before the scan.
final class ReportTarget {
    private let request: ReportRequest
    private let destination: ReportDestination

    private init(_ request: ReportRequest) throws(DeliveryError) {
        self.request = request
        if let path = request.path {
            destination = try ReportDestination(path: path)
        } else {
            destination = try .standardOutput()
        }
    }

    /// - Throws: `Refusal`, or `ProcessExit` when a report could not be delivered.
    static func targets(_ requests: [ReportRequest]) throws -> [ReportTarget] {
        var targets: [ReportTarget] = []
        for request in requests {
            let target: ReportTarget
            do throws(DeliveryError) {
                target = try ReportTarget(request)
            } catch {
                throw error.ending
            }
            guard !targets.contains(where: { $0.destination.isSameTarget(as: target.destination) }) else {
                throw Refusal("\(request.path?.lossyText ?? "standard output"): two reports would go there")
            }
            targets.append(target)
        }
        return targets
    }

    /// - Returns: whether the report is safe where the user wants it.
    func deliver(_ report: RunReport, isQuiet: Bool) -> Bool {
        let colour = request.path == nil && StandardStreams.outputIsTerminal && !Environment.has("NO_COLOR")
        do throws(DeliveryError) {
            let receipt = try destination.deliver(report, as: request.format, colour: colour)
            if !isQuiet {
                for warning in receipt.warnings { StandardStreams.writeError("keyhound: \(warning)\n") }
            }
            return true
        } catch {
            StandardStreams.writeError("keyhound: \(error)\n")
            return false
        }
    }
}
