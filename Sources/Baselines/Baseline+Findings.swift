import Blobs
import Findings

extension Baseline {
    /// Looks every finding up, and gives those that an entry stands for a suppression.
    ///
    /// A finding that has a suppression already keeps it, and its entry counts as used. Of several entries one at the
    /// finding's own path comes first, then the one that holds longest.
    ///
    /// - Parameters:
    ///   - today: the day in UTC, such as `2026-11-27`.
    ///   - file: the baseline, in the user's spelling, for the review.
    /// - Returns: the findings in the same order; what became of the entries; and sentences about what was not looked
    ///   up, for people.
    /// - Precondition: `today` is a day.
    /// - Complexity: O(n) in the number of findings, and up to `mostWeakSecrets` times scrypt.
    public func review(
        _ findings: [Finding], today: String, file: RawPath
    ) -> (findings: [Finding], review: BaselineReview, notes: [String]) {
        precondition(CalendarDay.isValid(today), "today is no day")
        var matcher = newMatcher
        var tally = ReviewTally(entries, today: today)
        let judged = findings.map { finding in
            tally.judged(finding, positions: matcher.positions(of: finding, in: entries, by: index))
        }
        var notes: [String] = []
        if matcher.untriedCount > 0 {
            notes.append(
                "\(matcher.untriedCount) findings were not looked up in the baseline and count: they are weak secrets, "
                    + "and more than \(weakLimit) of them take too long. "
                    + "Keep the key outside of the baseline (--fingerprint-key-file).")
        }
        return (judged, tally.review(of: file), notes)
    }

    /// Adds an entry for each secret that none of the entries stands for. No entry is changed or lost.
    ///
    /// An entry that expired before `created`, or in whose scope a finding is not, does not stand for it. Findings with
    /// a suppression need no entry.
    ///
    /// - Parameters:
    ///   - masker: knows the secrets of the run; paths, reason and owner pass it.
    ///   - expires: a day.
    ///   - created: today in UTC.
    /// - Returns: how many entries were added. `leftOutCount` tells how many findings were left out.
    /// - Precondition: `expires` and `created` are days.
    /// - Complexity: O(n) in the number of findings, and up to `mostWeakSecrets` times scrypt.
    public mutating func add(
        _ findings: [Finding], masker: Masker, reason: String?, owner: String?, expires: String?, created: String
    ) -> Int {
        precondition(CalendarDay.isValid(created) && expires.map(CalendarDay.isValid) ?? true, "no day")
        var matcher = newMatcher
        let before = entries.count
        leftOutCount = 0
        for finding in findings where finding.suppression == nil {
            let positions = matcher.positions(of: finding, in: entries, by: index)
            if positions.contains(where: { !entries[$0].isExpired(on: created) }) { continue }
            guard entries.count < Self.mostEntries, let fingerprint = matcher.newFingerprint(of: finding) else {
                leftOutCount += 1
                continue
            }
            let entry = Entry(
                rule: finding.rule.id, fingerprint: fingerprint,
                path: masker.mask(finding.provenance.path).withoutDotFolder, reason: reason.map(masker.mask),
                owner: owner.map(masker.mask), expires: expires, created: created)
            index.insert(entry, at: entries.count)
            entries.append(entry)
        }
        return entries.count - before
    }

    /// Removes the entries of these lines of the file that was read.
    public mutating func remove(lines: Set<Int>) {
        entries.removeAll { $0.line > 0 && lines.contains($0.line) }
        index = EntryIndex(entries)
    }

    private var newMatcher: EntryMatcher {
        EntryMatcher(key: key, keyIsInside: keyIsInside, scrypt: scrypt, limit: weakLimit)
    }
}
