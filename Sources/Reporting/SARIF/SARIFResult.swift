import Blobs
import Findings

/// Writes one finding as a SARIF result. It holds no snippet: code hosts show snippets to everyone.
struct SARIFResult {
    /// The base of relative URIs: the folder in which the scan ran. Code hosts take it for the repository's root.
    static let uriBaseID = "%SRCROOT%"

    private let report: RunReport
    private let results: SARIFResults
    private let groups: SecretGroups
    private var filter: ContentFilter

    init(_ report: RunReport, _ results: SARIFResults) {
        self.report = report
        self.results = results
        groups = SecretGroups(report)
        filter = ContentFilter(report.masker)
    }

    /// - Parameters:
    ///   - index: which of the `SARIFResults`.
    ///   - ruleIndex: where the rule stands in the run's list.
    mutating func write(at index: Int, ruleIndex: Int?, to json: inout JSONWriter) {
        let finding = results[index]
        let counts = results.counts(at: index)
        json.object { json in
            json.string("ruleId", finding.rule.id)
            if let ruleIndex { json.number("ruleIndex", ruleIndex) }
            json.string("level", SARIFRules.level(of: finding.severity))
            json.number("rank", (finding.score * 1000).rounded() / 10)
            json.object("message") { $0.string("text", message(of: finding)) }
            json.array("locations") { json in
                json.object { json in
                    writePhysicalLocation(finding.location, in: finding.provenance, to: &json)
                    writeMember(finding.provenance, to: &json)
                }
            }
            writeRelated(of: finding, elsewhere: results.elsewhere(at: index).prefix(SecretGroups.listLimit), to: &json)
            json.object("partialFingerprints") { $0.string("keyhoundPlace/v1", report.place(of: finding).hexadecimal) }
            if let key = report.fingerprintKey {
                let fingerprint = key.fingerprint(of: finding.secret, ruleID: finding.rule.id)
                json.object("fingerprints") { $0.string("keyhoundSecret/v1", fingerprint) }
            }
            if counts { json.number("occurrenceCount", groups.count(at: index)) }
            writeSuppression(of: finding, to: &json)
            let group = counts ? report.groups[index] : nil
            json.object("properties") { writeProperties(of: finding, group: group, to: &$0) }
        }
    }

    /// SARIF 2.1.0, 3.35 and 3.27.24: with a baseline every result of a run says how it stands to it.
    private func writeSuppression(of finding: Finding, to json: inout JSONWriter) {
        if report.baseline != nil {
            json.string("baselineState", finding.suppression?.kind == .baseline ? "unchanged" : "new")
        }
        guard let suppression = finding.suppression else { return }
        json.array("suppressions") { json in
            json.object { json in
                json.string("kind", suppression.kind == .inline ? "inSource" : "external")
                json.string("status", "accepted")
                if let reason = suppression.reason { json.string("justification", filter.text(reason)) }
                json.object("properties") { json in
                    if let mark = suppression.mark { json.string("mark", filter.text(mark)) }
                    if let owner = suppression.owner { json.string("owner", filter.text(owner)) }
                    if let expires = suppression.expires { json.string("expires", filter.text(expires)) }
                }
            }
        }
    }

    private func message(of finding: Finding) -> String {
        let redacted = finding.redacted
        let secret = report.showsSecrets ? String(decoding: finding.secret.reveal(), as: UTF8.self) : redacted.text
        var text = "\(finding.rule.title): \(secret) (\(redacted.lengthClass) bytes)"
        if let medium = ProvenanceText.medium(of: finding.provenance) { text += ", " + medium }
        if let container = ProvenanceText.container(of: finding.provenance) {
            text += ", in line \(finding.location.start.line) of \(container)"
        }
        text += "."
        if !finding.reason.isEmpty { text += " Found because: \(filter.text(finding.reason))." }
        return SARIFText.message(text)
    }

    /// The other halves of a pair, and further places of the same secret.
    private mutating func writeRelated(
        of finding: Finding, elsewhere: ArraySlice<Finding>, to json: inout JSONWriter
    ) {
        guard !finding.related.isEmpty || !elsewhere.isEmpty else { return }
        json.array("relatedLocations") { json in
            for (index, related) in finding.related.enumerated() {
                let shown = RedactedSecret(related.secret, prefixLength: related.prefixLength).text
                json.object { json in
                    json.number("id", index)
                    json.object("message") { $0.string("text", SARIFText.message("\(related.role) \(shown)")) }
                    writePhysicalLocation(related.location, in: finding.provenance, to: &json)
                }
            }
            for (index, other) in elsewhere.enumerated() {
                json.object { json in
                    json.number("id", finding.related.count + index)
                    json.object("message") { $0.string("text", "the same secret") }
                    writePhysicalLocation(other.location, in: other.provenance, to: &json)
                }
            }
        }
    }

    /// The member that the finding is in: code hosts know files only, so its name is no part of the URI.
    private mutating func writeMember(_ provenance: Provenance, to json: inout JSONWriter) {
        guard provenance.hasMember else { return }
        let name = String(decoding: filter.path(provenance.path).bytes, as: UTF8.self)
        json.array("logicalLocations") { json in
            json.object { json in
                json.string("fullyQualifiedName", SARIFText.message(name))
                json.string("kind", "member")
            }
        }
    }

    private mutating func writePhysicalLocation(
        _ location: Location, in provenance: Provenance, to json: inout JSONWriter
    ) {
        let path = filter.path(provenance.file)
        json.object("physicalLocation") { json in
            json.object("artifactLocation") { json in
                json.string("uri", SARIFText.uri(path))
                let isRelative = provenance.steps[0] != .standardInput && !SARIFText.isAbsolute(path)
                if isRelative { json.string("uriBaseId", Self.uriBaseID) }
            }
            json.object("region") { json in
                guard ProvenanceText.standsInContent(provenance), !provenance.hasMember else {
                    // The secret is in a name or a member: GitHub wants a line, and there is no other to give.
                    json.number("startLine", 1)
                    return
                }
                json.number("startLine", location.start.line)
                json.number("startColumn", location.start.utf16Column)
                json.number("endLine", location.end.line)
                json.number("endColumn", location.end.utf16Column)
                json.number("byteOffset", location.bytes.lowerBound)
                json.number("byteLength", location.bytes.count)
            }
        }
    }

    private func writeProperties(of finding: Finding, group: Int?, to json: inout JSONWriter) {
        json.string("severity", finding.severity.rawValue)
        json.string("confidence", finding.confidence.rawValue)
        json.number("score", finding.score)
        json.string("verdict", finding.verdict.rawValue)
        if let group { json.number("secretGroup", group) }
        if let history = finding.history {
            if let commit = history.introduced?.id { json.string("introducedBy", commit) }
            if let commit = history.last?.id { json.string("lastSeenIn", commit) }
            if let isInHead = history.isInHead { json.boolean("inHead", isInHead) }
            if let isPushed = history.isPushed { json.boolean("pushed", isPushed) }
            json.boolean("reachable", history.isReachable)
        }
        json.array("details") { json in
            for detail in finding.details {
                json.object { json in
                    json.string("name", filter.text(detail.name))
                    json.string("value", filter.text(detail.value))
                }
            }
        }
    }
}
