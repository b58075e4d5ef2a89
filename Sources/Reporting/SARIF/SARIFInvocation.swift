import Blobs
import Findings

/// How the scan went: what was examined, and a notification for everything that was not.
struct SARIFInvocation {
    private let report: RunReport

    init(_ report: RunReport) {
        self.report = report
    }

    /// - Parameter resultCount: of the run that this invocation belongs to.
    func write(resultCount: Int, to json: inout JSONWriter) {
        json.boolean("executionSuccessful", report.run.state == .complete)
        json.string("startTimeUtc", Timestamp.text(report.run.startedAt))
        json.array("toolExecutionNotifications") { json in
            var filter = ContentFilter(report.masker)
            for reason in report.coverage.skipped.keys.sorted() {
                json.newLine()
                json.object { writeSkip(reason, &filter, to: &$0) }
            }
            if report.run.state == .interrupted {
                json.newLine()
                let text = "The scan was interrupted by a signal."
                json.object { writeNotification("interrupted", "error", text, to: &$0) }
            }
            if allResults > SARIFVolume.shownLimit {
                json.newLine()
                json.object { writeNotification("github:results", "warning", splitText(resultCount), to: &$0) }
            }
        }
        json.object("properties") { json in
            json.string("state", report.run.state.rawValue)
            json.number("unitsSeen", report.coverage.unitsSeen)
            json.number("unitsExamined", report.coverage.unitsExamined)
            json.number("bytesExamined", report.coverage.bytesExamined)
            json.number("unitsSkipped", report.coverage.unitsSkipped)
            json.number("impossible", report.dropped.impossible)
            json.number("belowConfidence", report.dropped.belowConfidence)
            json.number("suppressed", report.suppressed.count)
            if report.deniedCount > 0 { json.number("deniedAllows", report.deniedCount) }
            for kind in report.dropped.recognised.keys.sorted() {
                let name = SARIFText.identifier(kind.rawValue)
                json.number(name.prefix(1).lowercased() + name.dropFirst(), report.dropped.recognised[kind] ?? 0)
            }
        }
    }

    private func writeSkip(_ reason: SkipReason, _ filter: inout ContentFilter, to json: inout JSONWriter) {
        guard let tally = report.coverage.skipped[reason] else { return }
        let leavesIncomplete = report.run.incompleteReasons.contains(reason)
        let accepted = reason.isIncomplete && !leavesIncomplete ? " Accepted by the user." : ""
        let text = "Not examined: \(tally.count), \(tally.bytes) bytes: \(reason.explanation).\(accepted)"
        writeNotification("skipped:" + reason.rawValue, leavesIncomplete ? "error" : "note", text, to: &json)
        json.array("locations") { json in
            for example in tally.examples {
                let path = filter.path(example.provenance.path)
                json.object { json in
                    json.object("physicalLocation") { json in
                        json.object("artifactLocation") { json in
                            json.string("uri", SARIFText.uri(path))
                            if !SARIFText.isAbsolute(path) { json.string("uriBaseId", SARIFResult.uriBaseID) }
                        }
                    }
                    if !example.note.isEmpty {
                        let note = SARIFText.message(filter.text(example.note))
                        json.object("message") { $0.string("text", note) }
                    }
                }
            }
        }
    }

    private func writeNotification(_ id: String, _ level: String, _ text: String, to json: inout JSONWriter) {
        json.object("descriptor") { $0.string("id", id) }
        json.string("level", level)
        json.object("message") { $0.string("text", SARIFText.message(text)) }
    }

    private var allResults: Int { SARIFResults(report).count }

    private func splitText(_ resultCount: Int) -> String {
        """
        The report has \(allResults) results, \(resultCount) of them in this run. GitHub shows \
        \(SARIFVolume.shownLimit) results of a run, the most severe first; the file holds them all.
        """
    }
}
