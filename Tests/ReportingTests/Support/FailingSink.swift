import Blobs
import Findings
import Glibc
import Reporting

/// Takes some pieces and then has no space left.
struct FailingSink: ReportSink {
    var remainingPieces: Int

    mutating func write(_ bytes: [UInt8]) throws(DeliveryError) {
        guard remainingPieces > 0 else {
            throw DeliveryError(target: nil, cause: .system(operation: .write, errorNumber: ENOSPC))
        }
        remainingPieces -= 1
    }
}
