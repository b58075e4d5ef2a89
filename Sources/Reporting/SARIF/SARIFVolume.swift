import Findings

/// What one SARIF file holds: some runs, each some of the report's `SARIFResults`.
///
/// GitHub takes at most 20 runs a file, 25,000 results a run and 10 MB a file, compressed with gzip. A report that is
/// larger fills further files, so that nothing is lost; every run has an id of its own in the whole report.
struct SARIFVolume {
    static let runLimit = 20
    static let resultLimit = 25_000

    /// Bytes after compression, as far as they can be told before: see `compressedSize`.
    static let sizeLimit = 9_000_000

    /// How many results of a run GitHub shows, the most severe first.
    static let shownLimit = 5_000

    /// From 1.
    let number: Int

    /// The number of the first run among the runs of all volumes, from 1.
    let firstRun: Int

    /// For each run, the indexes of its results. Never empty; a report without results is one run without any.
    let runs: [Range<Int>]

    /// Everything in one file, whatever its size: for a stream, which has no second file.
    static func whole(_ report: RunReport) -> SARIFVolume {
        let count = SARIFResults(report).count
        let runs = stride(from: 0, to: max(1, count), by: resultLimit).map { $0..<min($0 + resultLimit, count) }
        return SARIFVolume(number: 1, firstRun: 1, runs: runs)
    }

    /// The files that `report` needs within the limits, at least one.
    static func volumes(of report: RunReport) -> [SARIFVolume] {
        var volumes: [SARIFVolume] = []
        var runs: [Range<Int>] = []
        var start = 0
        var size = 0
        var runCount = 0
        func endVolume() {
            volumes.append(SARIFVolume(number: volumes.count + 1, firstRun: runCount - runs.count + 1, runs: runs))
            runs = []
            size = 0
        }
        func endRun(at end: Int) {
            runs.append(start..<end)
            runCount += 1
            start = end
        }
        let results = SARIFResults(report)
        for index in 0..<results.count {
            let next = compressedSize(of: results[index], elsewhere: results.elsewhere(at: index))
            if size + next > sizeLimit, index > start || !runs.isEmpty {
                if index > start { endRun(at: index) }
                endVolume()
            } else if index - start == resultLimit {
                endRun(at: index)
                if runs.count == runLimit { endVolume() }
            }
            size += next
        }
        if start < results.count || volumes.isEmpty && runs.isEmpty { endRun(at: results.count) }
        if !runs.isEmpty { endVolume() }
        return volumes
    }

    /// An upper estimate of what a result adds to a compressed file: its fixed members shrink to little beside the
    /// hash, the numbers, and the strings that no other result may have.
    ///
    /// A test compresses such files and compares.
    static func compressedSize(of finding: Finding, elsewhere: [Finding] = []) -> Int {
        let others = elsewhere.prefix(SecretGroups.listLimit)
        let places = others.reduce(0) { $0 + 80 + $1.provenance.path.bytes.count }
        let details = finding.details.reduce(0) { $0 + min($1.value.utf8.count, 4 * ContentFilter.textLimit) }
        let reason = min(finding.reason.utf8.count, 4 * ContentFilter.textLimit)
        let suppression = finding.suppression.map { compressedSize(of: $0) } ?? 0
        return 120 + finding.provenance.path.bytes.count + reason / 2 + details + 80 * finding.related.count + places
            + suppression
    }

    private static func compressedSize(of suppression: Suppression) -> Int {
        let texts = [suppression.mark, suppression.reason, suppression.owner, suppression.expires]
        return texts.reduce(20) { $0 + min($1?.utf8.count ?? 0, 4 * ContentFilter.textLimit) }
    }
}
