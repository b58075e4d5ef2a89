import Blobs
import Findings
import Scanning

/// What became of one blob: what was found in it, and how much of it was examined.
struct BlobOutcome {
    /// Why a blob was not examined to its end.
    struct Shortfall {
        let reason: SkipReason
        var note = ""

        /// Bytes that were examined all the same.
        var examinedBytes: Int
    }

    var report: BlobReport
    let end: SegmentFeeder.End

    /// Bytes that were searched.
    var bytes: Int {
        switch end {
        case .complete(let bytes), .stopped(let bytes): bytes
        case .failed(let error): error.offset
        }
    }

    /// Whether all of the blob was searched, by all rules, and there was nothing at all in it, under any path.
    var isClean: Bool {
        guard case .complete = end else { return false }
        return report.isEmpty
    }

    /// What keeps the blob from counting as examined; `nil` when nothing does.
    ///
    /// - Parameters:
    ///   - stopReason: why the run stops, if it does. A blob that stopped without one reached the size limit.
    ///   - change: how the file changed meanwhile.
    func shortfall(stopReason: SkipReason?, change: (reason: SkipReason, note: String)?) -> Shortfall? {
        switch end {
        case .failed(let error):
            // A wait that was given up because the run ends is no fault of the source.
            if let stopReason { return Shortfall(reason: stopReason, examinedBytes: error.offset) }
            return Shortfall(
                reason: .ioError, note: "\(SystemError.text(error.errorNumber)) at byte \(error.offset)",
                examinedBytes: error.offset)
        case .stopped(let bytes):
            return Shortfall(reason: stopReason ?? .size, note: "after \(bytes) bytes", examinedBytes: bytes)
        case .complete(let bytes):
            if let change { return Shortfall(reason: change.reason, note: change.note, examinedBytes: bytes) }
            guard let failure = report.failures.first else { return nil }
            let notes = report.failures.map(\.note).joined(separator: "; ")
            return Shortfall(reason: failure.reason, note: notes, examinedBytes: bytes)
        }
    }
}
