import Blobs
import Findings

/// The objects that `json` and `jsonl` share, each written on its own. `Schemas/keyhound-report-1.schema.json`
/// describes them; a member that says nothing about a finding is left out.
struct JSONReportObjects {
    static let schemaVersion = "1"

    let report: RunReport
    private let groups: SecretGroups

    /// The numbers of secrets: only where there is mail.
    let groupsBySecret: [Secret: Int]
    var filter: ContentFilter
    let addresses: AddressFilter

    init(_ report: RunReport) {
        self.report = report
        groups = SecretGroups(report)
        groupsBySecret = report.mail == nil ? [:] : report.groupsBySecret
        filter = ContentFilter(report.masker)
        addresses = AddressFilter(report)
    }

    func writeToolMembers(to json: inout JSONWriter) {
        json.string("name", report.tool.name)
        json.string("version", report.tool.version)
        json.string("rules_sha256", report.tool.rulesSHA256)
        json.string("pcre2_version", report.tool.pcre2Version)
        json.boolean("jit", report.tool.usesJIT)
    }

    mutating func writeRunMembers(to json: inout JSONWriter) {
        let run = report.run
        json.string("state", run.state.rawValue)
        json.strings("incomplete_reasons", run.incompleteReasons.map(\.rawValue))
        json.strings("accepted_reasons", run.acceptedReasons.sorted().map(\.rawValue))
        json.string("started_at", Timestamp.text(run.startedAt))
        json.milliseconds("elapsed_seconds", ofSeconds: run.elapsedSeconds)
        json.number("workers", run.workers)
        json.array("targets") { json in
            for target in run.targets { json.object { writePath(target, to: &$0) } }
        }
    }

    func writeUnitMembers(to json: inout JSONWriter) {
        let coverage = report.coverage
        json.object("seen") { $0.number("units", coverage.unitsSeen) }
        json.object("examined") { json in
            json.number("units", coverage.unitsExamined)
            if coverage.unitsRemembered > 0 { json.number("remembered", coverage.unitsRemembered) }
            json.number("bytes", coverage.bytesExamined)
        }
    }

    /// The reasons for which something was skipped, in order.
    var skipReasons: [SkipReason] { report.coverage.skipped.keys.sorted() }

    mutating func writeSkipMembers(_ reason: SkipReason, to json: inout JSONWriter) {
        let tally = report.coverage.skipped[reason] ?? SkipTally()
        json.string("reason", reason.rawValue)
        json.string("explanation", reason.explanation)
        json.boolean("incomplete", reason.isIncomplete)
        json.boolean("accepted", reason.isAcceptable && report.run.acceptedReasons.contains(reason))
        json.number("count", tally.count)
        json.number("bytes", tally.bytes)
        json.array("examples") { json in
            for example in tally.examples {
                json.object { json in
                    writePath(example.provenance.path, to: &json)
                    writeProvenance(example.provenance, to: &json)
                    if !example.note.isEmpty { json.string("note", filter.text(example.note)) }
                }
            }
        }
    }

    mutating func writeDropMembers(to json: inout JSONWriter) {
        let dropped = report.dropped
        json.number("impossible", dropped.impossible)
        json.number("below_confidence", dropped.belowConfidence)
        if report.deniedCount > 0 { json.number("denied_allows", report.deniedCount) }
        json.array("suppressed") { json in
            for kind in dropped.recognised.keys.sorted() {
                let examples = dropped.examples[kind] ?? []
                json.object { writeKind(kind.rawValue, dropped.recognised[kind] ?? 0, examples, to: &$0) }
            }
            for kind in Suppression.Kind.allCases.sorted() {
                let findings = SuppressedFindings(report, kind)
                guard findings.count > 0 else { continue }
                json.object { writeKind(kind.rawValue, findings.count, findings.examples, to: &$0) }
            }
        }
    }

    private mutating func writeKind(
        _ kind: String, _ count: Int, _ examples: [DropCounts.Example], to json: inout JSONWriter
    ) {
        json.string("kind", kind)
        json.number("count", count)
        json.array("examples") { json in
            for example in examples {
                json.object { json in
                    json.string("rule", example.rule)
                    writePath(example.path, to: &json)
                    json.number("line", example.line)
                    json.number("column", example.column)
                }
            }
        }
    }

    mutating func writeFindingMembers(at index: Int, to json: inout JSONWriter) {
        writeMembers(of: report.findings[index], at: index, to: &json)
    }

    /// The members of a finding that does not count, and why it does not. Its secret has no number.
    mutating func writeSuppressedMembers(of finding: Finding, to json: inout JSONWriter) {
        writeMembers(of: finding, at: nil, to: &json)
        guard let suppression = finding.suppression else { return }
        json.object("suppression") { json in
            json.string("kind", suppression.kind.rawValue)
            if let mark = suppression.mark { json.string("mark", filter.text(mark)) }
            if let reason = suppression.reason { json.string("reason", filter.text(reason)) }
            if let owner = suppression.owner { json.string("owner", filter.text(owner)) }
            if let expires = suppression.expires { json.string("expires", filter.text(expires)) }
        }
    }

    /// - Parameter index: where it stands among `findings`; `nil` for one that does not count.
    private mutating func writeMembers(of finding: Finding, at index: Int?, to json: inout JSONWriter) {
        json.string("rule", finding.rule.id)
        json.string("title", finding.rule.title)
        json.string("severity", finding.severity.rawValue)
        json.string("confidence", finding.confidence.rawValue)
        json.number("score", finding.score)
        json.string("verdict", finding.verdict.rawValue)
        writePath(finding.provenance.path, to: &json)
        writeLocation(finding.location, to: &json)
        writeProvenance(finding.provenance, to: &json)
        json.string("place", report.place(of: finding).hexadecimal)
        json.object("secret") { json in
            writeSecretMembers(finding.secret, finding.redacted, ruleID: finding.rule.id, to: &json)
            if let index {
                json.number("group", report.groups[index])
                json.number("occurrence_count", groups.count(at: index))
            }
        }
        if let index, groups.isFirst[index] { writeOccurrences(of: index, to: &json) }
        json.array("related") { json in
            for related in finding.related {
                json.object { json in
                    json.string("role", related.role)
                    json.string("rule", related.rule.id)
                    writeLocation(related.location, to: &json)
                    let redacted = RedactedSecret(related.secret, prefixLength: related.prefixLength)
                    json.object("secret") { json in
                        writeSecretMembers(related.secret, redacted, ruleID: related.rule.id, to: &json)
                    }
                }
            }
        }
        json.array("details") { json in
            for detail in finding.details {
                json.object { json in
                    json.string("name", filter.text(detail.name))
                    json.string("value", filter.text(detail.value))
                }
            }
        }
        if let history = finding.history { json.object("history") { write(history, to: &$0) } }
        if let origin = finding.mail {
            json.object("mail") { writeOrigin(origin, isQuoted: finding.isQuoted, to: &$0) }
        }
        json.string("reason", filter.text(finding.reason))
        if !finding.rule.remedy.isEmpty { json.string("remedy", finding.rule.remedy) }
        if !finding.rule.references.isEmpty { json.strings("references", finding.rule.references) }
    }
}

extension JSONReportObjects {
    private mutating func write(_ history: History, to json: inout JSONWriter) {
        json.boolean("reachable", history.isReachable)
        if let isInHead = history.isInHead { json.boolean("in_head", isInHead) }
        if let isPushed = history.isPushed { json.boolean("pushed", isPushed) }
        json.number("versions", history.versions)
        if let commit = history.introduced { json.object("introduced") { write(commit, to: &$0) } }
        if let commit = history.last { json.object("last") { write(commit, to: &$0) } }
        json.array("other_paths") { json in
            for path in history.otherPaths { json.object { writePath(path, to: &$0) } }
        }
        json.number("reference_count", history.referenceCount)
        json.strings(
            "references", history.references.map { filter.text(String(decoding: $0, as: UTF8.self)) })
    }

    private func write(_ commit: History.Commit, to json: inout JSONWriter) {
        json.string("commit", commit.id)
        json.string("author", filter.text(String(decoding: commit.author, as: UTF8.self)))
        json.string("date", Timestamp.text(commit.seconds))
        json.string("subject", filter.text(String(decoding: commit.subject, as: UTF8.self)))
    }

    private mutating func writeOccurrences(of index: Int, to json: inout JSONWriter) {
        json.array("occurrences") { json in
            for finding in groups.others(of: index) {
                json.object { json in
                    writePath(finding.provenance.path, to: &json)
                    json.number("line", finding.location.start.line)
                    json.number("column", finding.location.start.column)
                    json.string("place", report.place(of: finding).hexadecimal)
                }
            }
        }
    }

    func writeSecretMembers(
        _ secret: Secret, _ redacted: RedactedSecret, ruleID: String, to json: inout JSONWriter
    ) {
        json.string("redacted", redacted.text)
        if let length = redacted.length { json.number("length", length) }
        json.string("length_class", redacted.lengthClass)
        if let key = report.fingerprintKey {
            json.string("fingerprint", key.fingerprint(of: secret, ruleID: ruleID))
        }
        if report.showsSecrets { writeText("value", bytes: secret.reveal(), to: &json) }
    }

    private func writeLocation(_ location: Location, to json: inout JSONWriter) {
        json.number("line", location.start.line)
        json.number("column", location.start.column)
        json.number("end_line", location.end.line)
        json.number("end_column", location.end.column)
        json.number("start_byte", location.bytes.lowerBound)
        json.number("end_byte", location.bytes.upperBound)
    }

    mutating func writePath(_ path: RawPath, to json: inout JSONWriter) {
        writeText("path", bytes: filter.path(path).bytes, to: &json)
    }

    private mutating func writeProvenance(_ provenance: Provenance, to json: inout JSONWriter) {
        json.array("provenance") { json in
            for step in provenance.steps {
                json.object { json in
                    switch step {
                    case .file(let path):
                        json.string("kind", "file")
                        writePath(path, to: &json)
                    case .standardInput: json.string("kind", "standard-input")
                    case .member(let name):
                        json.string("kind", "member")
                        writePath(name, to: &json)
                    case .message(let name):
                        json.string("kind", "message")
                        writePath(name, to: &json)
                    case .part(let name):
                        json.string("kind", "part")
                        writePath(name, to: &json)
                    case .name: json.string("kind", "name")
                    case .linkTarget: json.string("kind", "link-target")
                    case .decoded(let encoding):
                        json.string("kind", "decoded")
                        json.string("encoding", encoding.rawValue)
                    case .gitObject(let kind, let id):
                        json.string("kind", "git-object")
                        json.string("object_kind", kind)
                        json.string("object", id)
                    case .gitReference: json.string("kind", "git-reference")
                    case .gitReflog: json.string("kind", "git-reflog")
                    }
                }
            }
        }
    }

    /// `key` as text, and where that loses something, `key_bytes_base64` as well.
    private func writeText(_ key: String, bytes: [UInt8], to json: inout JSONWriter) {
        json.string(key, utf8: bytes)
        if String(validating: bytes, as: UTF8.self) == nil {
            json.string(key + "_bytes_base64", Base64.text(bytes))
        }
    }
}
