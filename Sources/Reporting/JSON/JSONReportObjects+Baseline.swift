import Findings

extension JSONReportObjects {
    /// What became of the baseline. A baseline may have any number of entries: they reach the sink as they are written.
    mutating func writeBaseline(
        _ baseline: BaselineReview, to json: inout JSONWriter, flushingTo sink: inout some ReportSink & ~Copyable
    ) throws(DeliveryError) {
        json.beginObject("baseline")
        writePath(baseline.path, to: &json)
        json.number("entries", baseline.entryCount)
        json.number("used", baseline.usedCount)
        json.number("moved", baseline.movedCount)
        for (key, entries) in [("unused", baseline.unused), ("expired", baseline.expired)] {
            json.beginArray(key)
            for entry in entries {
                json.object { write(entry, to: &$0) }
                try json.buffer.flushIfFull(to: &sink)
            }
            json.endArray()
        }
        json.endObject()
    }

    private mutating func write(_ entry: BaselineReview.Entry, to json: inout JSONWriter) {
        json.number("line", entry.line)
        json.string("rule", filter.text(entry.rule))
        writePath(entry.path, to: &json)
        if let reason = entry.reason { json.string("reason", filter.text(reason)) }
        if let owner = entry.owner { json.string("owner", filter.text(owner)) }
        if let expires = entry.expires { json.string("expires", filter.text(expires)) }
    }
}
