import Blobs

/// How wide the glyphs of a font are, in thousandths of its size.
struct GlyphWidths: Sendable {
    private struct Run {
        let low: Int
        let high: Int
        let widths: [Double]
    }

    private var runs: [Run] = []

    /// Of glyphs that nothing is said about.
    let standard: Double

    init(standard: Double) {
        self.standard = standard
    }

    /// Adds glyphs from `first` on.
    mutating func add(from first: Int, _ widths: [Double]) {
        guard !widths.isEmpty, first >= 0, first <= 0xFFFF else { return }
        runs.append(Run(low: first, high: first + widths.count - 1, widths: widths))
    }

    /// Adds glyphs that are all of one width.
    mutating func add(_ glyphs: ClosedRange<Int>, _ width: Double) {
        runs.append(Run(low: glyphs.lowerBound, high: glyphs.upperBound, widths: [width]))
    }

    /// Must be called when everything is added.
    mutating func finish() {
        runs.sort { $0.low < $1.low }
    }

    /// Complexity: O(log n).
    subscript(_ glyph: Int) -> Double {
        let behind = runs.partitioningIndex { $0.low > glyph }
        guard behind > 0, runs[behind - 1].high >= glyph else { return standard }
        let run = runs[behind - 1]
        return run.widths.count == 1 ? run.widths[0] : run.widths[glyph - run.low]
    }
}
