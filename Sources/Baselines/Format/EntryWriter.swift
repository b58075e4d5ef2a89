import Blobs
import FoundationEssentials

/// Writes an entry as a line.
enum EntryWriter {
    /// The lines of all entries, by path, rule and fingerprint.
    ///
    /// - Complexity: O(n log n).
    static func sortedLines(of entries: [Baseline.Entry]) -> [[UInt8]] {
        entries.map { (entry: $0, line: line($0)) }.sorted { left, right in
            let (first, second) = (left.entry, right.entry)
            if first.path != second.path { return first.path < second.path }
            if first.rule != second.rule { return first.rule < second.rule }
            if first.fingerprint != second.fingerprint { return first.fingerprint < second.fingerprint }
            return left.line.lexicographicallyPrecedes(right.line)
        }.map(\.line)
    }

    /// The line without a line end, its members in the order that the format names.
    static func line(_ entry: Baseline.Entry) -> [UInt8] {
        var json = JSONLineWriter()
        json.add("rule", entry.rule)
        json.add("fingerprint", entry.fingerprint)
        if let path = entry.path.utf8Text {
            json.add("path", path)
        } else {
            json.add("path_base64", Data(entry.path.bytes).base64EncodedString())
        }
        json.add("scope", entry.scope)
        json.add("reason", entry.reason)
        json.add("owner", entry.owner)
        json.add("expires", entry.expires)
        json.add("created", entry.created)
        for member in entry.others { json.add(member.name, raw: member.value) }
        return json.finished
    }
}
