/// Keeps a history outside of its finding.
final class HistoryBox: Sendable {
    let history: History

    init(_ history: History) {
        self.history = history
    }
}
