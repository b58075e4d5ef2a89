import Findings

/// Which findings hold the same secret.
struct SecretGroups {
    /// The most other places that a report lists beside one finding. The count says how many there are.
    static let listLimit = 100

    private let report: RunReport

    /// For each finding, the next one with the same secret.
    private let next: [Int?]
    private let counts: [Int]
    private let groups: [Int]

    init(_ report: RunReport) {
        self.report = report
        groups = report.groups
        var last: [Int?] = Array(repeating: nil, count: (groups.max() ?? 0) + 1)
        var counts = Array(repeating: 0, count: last.count)
        var next: [Int?] = Array(repeating: nil, count: groups.count)
        var firsts = Array(repeating: false, count: groups.count)
        for (index, group) in groups.enumerated() {
            if let previous = last[group] { next[previous] = index } else { firsts[index] = true }
            last[group] = index
            counts[group] += 1
        }
        self.next = next
        self.counts = counts
        isFirst = firsts
    }

    /// Whether the finding is the first with its secret, in report order.
    let isFirst: [Bool]

    /// How many findings hold the secret of the finding at `index`, itself included.
    func count(at index: Int) -> Int { counts[groups[index]] + report.elsewhere[index].count }

    /// The other findings with the secret of the finding at `index`, in order: those that are told nowhere else, or
    /// those that are told later, and of these at most `limit`.
    func others(of index: Int, limit: Int = listLimit) -> [Finding] {
        guard report.elsewhere[index].isEmpty else { return report.elsewhere[index] }
        var others: [Finding] = []
        var position = next[index]
        while let place = position, others.count < limit {
            others.append(report.findings[place])
            position = next[place]
        }
        return others
    }
}
