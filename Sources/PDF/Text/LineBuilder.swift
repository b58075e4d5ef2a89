/// Puts the strings of a page together to lines.
///
///     texts that run the same way belong together
///     from the top down: what shares a baseline is a line
///     in a line, from its start: strings that touch are one word; a gap is a blank, a wide one a tab
///
/// What is painted twice at one place, as some writers do for bold letters, is told once.
struct LineBuilder {
    // In sizes of the letters.
    /// How far baselines of one line may be apart.
    private static let tolerance = 0.25
    static let blankGap = 0.15
    private static let tabGap = 1.5

    /// Strings that lie on each other by more than this are not parts of one word.
    private static let overlap = -0.5

    /// The same string so near is the same one again.
    private static let shadow = 0.15

    private let page: PageText
    private var result: [UInt8] = []

    /// The lines of the page, in UTF-8, each with a line feed.
    ///
    /// Complexity: O(n log n) in the number of strings.
    static func lines(of page: PageText) -> [UInt8] {
        var builder = LineBuilder(page)
        builder.run()
        return builder.result
    }

    private init(_ page: PageText) {
        self.page = page
    }

    private mutating func run() {
        var directions: [Direction: Int] = [:]
        var groups: [[Int]] = []
        for (index, run) in page.runs.enumerated() {
            if let group = directions[run.direction] {
                groups[group].append(index)
            } else {
                directions[run.direction] = groups.count
                groups.append([index])
            }
        }
        for group in groups { addLines(group) }
    }

    private mutating func addLines(_ group: [Int]) {
        let runs = page.runs
        let sorted = group.sorted { (-runs[$0].baseline, $0) < (-runs[$1].baseline, $1) }
        var line: [Int] = []
        for index in sorted {
            if let first = line.first {
                let size = min(runs[first].size, runs[index].size)
                if runs[first].baseline - runs[index].baseline > size * Self.tolerance {
                    addLine(line)
                    line.removeAll(keepingCapacity: true)
                }
            }
            line.append(index)
        }
        if !line.isEmpty { addLine(line) }
    }

    private mutating func addLine(_ line: [Int]) {
        let runs = page.runs
        let first = result.count
        var previous: TextRun?
        for index in line.sorted(by: { (runs[$0].start, $0) < (runs[$1].start, $1) }) {
            let run = runs[index]
            if let before = previous {
                let size = min(before.size, run.size)
                if run.start - before.start < size * Self.shadow, isSame(run.text, before.text) { continue }
                addGap((run.start - before.end) / max(size, .leastNormalMagnitude), run.text)
            }
            result.append(contentsOf: page.text.bytes[run.text])
            previous = run
        }
        while result.count > first, result[result.count - 1] == 0x20 || result[result.count - 1] == 9 {
            result.removeLast()
        }
        settleHyphens(from: first)
        if result.count > first { result.append(10) }
    }

    private func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        left.count == right.count && page.text.bytes[left].elementsEqual(page.text.bytes[right])
    }

    /// - Parameter gap: in sizes of the letters.
    private mutating func addGap(_ gap: Double, _ next: Range<Int>) {
        if gap > Self.tabGap {
            result.append(9)
        } else if gap > Self.blankGap || gap < Self.overlap, result.last != 0x20,
            page.text.bytes[next.lowerBound] != 0x20
        {
            result.append(0x20)
        }
    }

    /// Soft hyphens of a line (C2 AD): the last thing of it vanishes; others are seen, and many writers call every
    /// hyphen so.
    private mutating func settleHyphens(from first: Int) {
        if result.count - first >= 2, Self.isSoftHyphen(result, result.count - 2) { result.removeLast(2) }
        var (source, target) = (first, first)
        while source < result.count {
            if Self.isSoftHyphen(result, source) {
                result[target] = UInt8(ascii: "-")
                source += 2
            } else {
                result[target] = result[source]
                source += 1
            }
            target += 1
        }
        result.removeLast(source - target)
    }

    private static func isSoftHyphen(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xAD
    }
}
