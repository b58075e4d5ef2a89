import Findings

extension RunReport {
    /// The reasons of an incomplete run; `interrupted` is always among those of an interrupted one.
    var unfinishedReasons: [SkipReason] {
        let reasons = run.incompleteReasons
        return run.state == .interrupted && !reasons.contains(.interrupted) ? reasons + [.interrupted] : reasons
    }
}
