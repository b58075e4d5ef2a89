/// The strings of a page, in the order in which they are painted.
struct PageText {
    var text = UTF8Text()
    private(set) var runs: [TextRun] = []

    /// - Parameters:
    ///   - start: of the run's text in `text`; it goes to the end.
    ///   - matrix: from text space to the page's.
    ///   - width: in text space.
    ///   - size: the same.
    mutating func add(from start: Int, _ matrix: Matrix, rise: Double, width: Double, size: Double) {
        guard text.bytes.count > start else { return }
        let direction = size < 0 ? Direction(-matrix.a, -matrix.b) : Direction(matrix.a, matrix.b)
        let first = direction.place(matrix.apply(0, rise))
        let last = direction.place(matrix.apply(width, rise))
        let scale = (matrix.a * matrix.a + matrix.b * matrix.b).squareRoot() * abs(size)
        runs.append(
            TextRun(
                direction: direction, start: first.along, end: last.along, baseline: first.above,
                size: scale.isFinite ? scale : 0, text: start..<text.bytes.count))
    }
}
