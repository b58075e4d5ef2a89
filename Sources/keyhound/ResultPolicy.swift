import Blobs
import Findings
import Inputs
import Pipeline
import Rules

/// What the user wants results to mean: which ones fail the run, what is accepted, what may be shown.
struct ResultPolicy {
    private let accepted: Set<SkipReason>
    private let failingConfidence: Confidence
    private let failingSeverity: Severity
    private let showsSecrets: Bool
    private let tellsEveryLocation: Bool
    private let fingerprintKey: FingerprintKey?

    /// - Throws: `Refusal`.
    init(_ options: ResultOptions) throws {
        accepted = try Self.reasons(options.acceptIncomplete?.items ?? [])
        failingConfidence = options.failOn ?? .low
        failingSeverity = options.failOnSeverity ?? .low
        showsSecrets = options.showSecrets > 0
        tellsEveryLocation = options.everyLocation
        if showsSecrets {
            guard options.output.map(Self.isFile) ?? StandardStreams.outputIsTerminal else {
                throw Refusal("--show-secrets writes to a terminal or, with -o, to a file only")
            }
            guard !Environment.has("CI") || options.showSecrets > 1 else {
                throw Refusal("CI is set: give --show-secrets twice to have secrets written all the same")
            }
        }
        fingerprintKey = try options.fingerprintKeyFile.map { path in
            guard let key = FingerprintKey(try RuleFileReading.bytes(of: RawPath(path), limit: 4096)) else {
                throw Refusal("\(path): a fingerprint key has at least \(FingerprintKey.shortest) bytes")
            }
            return key
        }
    }

    func report(
        _ result: RunResult, listFailure: Diagnostic?, interruption: Interruption?, tool: ToolDescription,
        started: Int, elapsed: Double, workers: Int, targets: [RawPath]
    ) -> RunReport {
        var coverage = result.coverage
        if let listFailure {
            coverage.see()
            coverage.skip(listFailure)
        }
        let reasons = coverage.incompleteReasons(accepting: accepted)
        let state: RunDescription.State =
            interruption != nil ? .interrupted : reasons.isEmpty ? .complete : .incomplete
        return RunReport(
            tool: tool,
            run: RunDescription(
                state: state, incompleteReasons: reasons, acceptedReasons: accepted, startedAt: started,
                elapsedSeconds: elapsed, workers: workers, targets: targets),
            coverage: coverage, dropped: result.dropped, findings: result.findings,
            tellsEveryLocation: tellsEveryLocation, masker: result.masker, fingerprintKey: fingerprintKey,
            showsSecrets: showsSecrets)
    }

    func exitStatus(_ report: RunReport, isDelivered: Bool, interruption: Interruption?) -> ExitStatus {
        let failing = report.allFindings.count { finding in
            finding.verdict != .impossible && finding.confidence >= failingConfidence
                && finding.severity >= failingSeverity
        }
        return ExitStatus(
            failingFindings: failing, isIncomplete: !report.run.incompleteReasons.isEmpty, isDelivered: isDelivered,
            interruption: interruption)
    }

    /// Whether a report written there ends up in a file, and not in a pipe or device.
    private static func isFile(_ path: String) -> Bool {
        do throws(InputError) {
            return try FileFacts(path: RawPath(path)).kind == .regular
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
