import Blobs
import Findings
import GitObjects
import Inputs

/// The paths under which indexes hold objects that somebody asked about: what is staged and not committed yet.
struct StagedPaths {
    /// One for each of these objects.
    let tips: [Tip]

    private let paths: [UInt32: [RawPath]]

    /// - Parameter wanted: numbers of objects.
    init(_ state: HistoryState, wanted: Set<UInt32>) {
        var paths: [UInt32: [RawPath]] = [:]
        for entry in state.stagedEntries {
            guard let number = state.opened.numbers.number(of: entry.id), wanted.contains(number) else { continue }
            paths[number, default: []].append(RawPath(entry.path))
        }
        self.paths = paths
        tips = paths.keys.sorted().map { Tip(name: Array("(staged)".utf8), object: $0, peeled: $0, kind: .staged) }
    }

    /// Gives paths to objects to which no commit leads.
    func complete(_ answers: inout [UInt32: Attribution.Answer]) {
        for (number, staged) in paths where answers[number]?.paths.isEmpty == true {
            answers[number]?.paths = staged.sorted()
            answers[number]?.firstPath = staged.min()
        }
    }
}
