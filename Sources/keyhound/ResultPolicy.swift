import Blobs
import Exposure
import Findings
import Inputs
import Pipeline
import Reporting
import Rules

/// What the user wants results to mean: which ones fail the run, what is accepted, what may be shown.
struct ResultPolicy {
    private let accepted: Set<SkipReason>
    private let failingConfidence: Confidence
    private let failingSeverity: Severity
    private let showsSecrets: Bool
    private let tellsEveryLocation: Bool
    private let deniesComments: Bool
    private let fingerprintKey: FingerprintKey?
    private let baseline: JudgedBaseline?
    private let isStrict: Bool

    /// - Parameter deniesComments: whether comments in what is scanned have no say, whatever the options are.
    /// - Throws: `Refusal`.
    init(_ options: ResultOptions, reports: [ReportRequest], deniesComments: Bool) throws {
        self.deniesComments = deniesComments || options.noInlineAllow
        accepted = try Self.reasons(options.acceptIncomplete?.items ?? [])
        failingConfidence = options.failOn ?? .low
        failingSeverity = options.failOnSeverity ?? .low
        showsSecrets = options.showSecrets > 0
        tellsEveryLocation = options.everyLocation
        if showsSecrets {
            for report in reports where report.format.canShowSecrets {
                guard report.path.map(Self.isFile) ?? StandardStreams.outputIsTerminal else {
                    throw Refusal("--show-secrets writes to a terminal or, with -o, to a file only")
                }
            }
            if let deaf = reports.first(where: { !$0.format.canShowSecrets }) {
                StandardStreams.writeError(
                    "keyhound: \(deaf.format.rawValue) shows no secrets, whatever is asked for\n")
            }
            guard !Environment.has("CI") || options.showSecrets > 1 else {
                throw Refusal("CI is set: give --show-secrets twice to have secrets written all the same")
            }
        }
        let key = try options.fingerprintKeyFile.map { try KeyFile.bytes($0) }
        fingerprintKey = key.flatMap(FingerprintKey.init)
        baseline = try options.baseline.map { try JudgedBaseline(RawPath($0), externalKey: key) }
        isStrict = options.strictBaseline
        if isStrict, baseline == nil { throw Refusal("--strict-baseline needs --baseline FILE") }
    }

    func report(
        _ result: RunResult, listFailure: Diagnostic?, interruption: Interruption?, tool: ToolDescription,
        started: Int, elapsed: Double, workers: Int, targets: [RawPath], mail: MailReportOptions?
    ) -> RunReport {
        var coverage = result.coverage
        if let listFailure {
            coverage.see()
            coverage.skip(listFailure)
        }
        let reasons = coverage.incompleteReasons(accepting: accepted)
        let state: RunDescription.State =
            interruption != nil ? .interrupted : reasons.isEmpty ? .complete : .incomplete
        let reviewed = baseline?.review(result.findings, today: JudgedBaseline.day(started))
        let judged = JudgedFindings(reviewed?.findings ?? result.findings, deniesComments: deniesComments)
        return RunReport(
            tool: tool,
            run: RunDescription(
                state: state, incompleteReasons: reasons, acceptedReasons: accepted, startedAt: started,
                elapsedSeconds: elapsed, workers: workers, targets: targets),
            coverage: coverage, dropped: result.dropped, findings: judged.counting,
            tellsEveryLocation: tellsEveryLocation, suppressed: judged.suppressed, deniedCount: judged.deniedCount,
            baseline: reviewed?.review,
            mail: mail.flatMap { options in
                MailExposure.report(findings: judged.counting, census: result.mail, options: options)
            },
            masker: result.masker, fingerprintKey: fingerprintKey, showsSecrets: showsSecrets)
    }

    func exitStatus(_ report: RunReport, isDelivered: Bool, interruption: Interruption?) -> ExitStatus {
        let failing = report.allFindings.count { finding in
            finding.verdict != .impossible && finding.confidence >= failingConfidence
                && finding.severity >= failingSeverity
        }
        return ExitStatus(
            failingFindings: failing + staleEntries(report), isIncomplete: !report.run.incompleteReasons.isEmpty,
            isDelivered: isDelivered,
            interruption: interruption)
    }

    /// Entries of the baseline that fail a strict run. What nothing was found for may be in what was not examined.
    private func staleEntries(_ report: RunReport) -> Int {
        guard isStrict, let baseline = report.baseline else { return 0 }
        return baseline.expired.count + (report.run.incompleteReasons.isEmpty ? baseline.unused.count : 0)
    }

    /// Whether a report written there ends up in a file, and not in a pipe or device.
    private static func isFile(_ path: RawPath) -> Bool {
        do throws(InputError) {
            return try FileFacts(path: path).kind == .regular
        } catch {
            return error == .vanished
        }
    }

    private static func reasons(_ names: [String]) throws -> Set<SkipReason> {
        let acceptable = SkipReason.allCases.filter(\.isAcceptable)
        return Set(
            try names.map { name in
                guard let reason = acceptable.first(where: { $0.rawValue == name || $0.shortName == name }) else {
                    let known = acceptable.map(\.shortName).joined(separator: ", ")
                    throw Refusal("--accept-incomplete: '\(name)' is not one of \(known)")
                }
                return reason
            })
    }
}

extension SkipReason {
    /// The reason without the family in front: `size` for `limit:size`.
    var shortName: String {
        rawValue.split(separator: ":").last.map(String.init) ?? rawValue
    }
}
