/// Which way a text runs on its page. Ways that hardly differ are the same.
struct Direction: Hashable {
    /// Of a vector of that length.
    private static let length = 64.0

    private let x: Int
    private let y: Int

    /// - Parameters: a vector along the text, of any length.
    init(_ x: Double, _ y: Double) {
        let size = (x * x + y * y).squareRoot()
        guard size.isFinite, size > 0 else {
            (self.x, self.y) = (Int(Self.length), 0)
            return
        }
        self.x = Int((x / size * Self.length).rounded())
        self.y = Int((y / size * Self.length).rounded())
    }

    /// How far along the text a point is, and how far above it.
    func place(_ point: (x: Double, y: Double)) -> (along: Double, above: Double) {
        let size = Double(x * x + y * y).squareRoot()
        let (x, y) = (Double(x) / size, Double(y) / size)
        return (Self.finite(point.x * x + point.y * y), Self.finite(point.y * x - point.x * y))
    }

    /// Numbers that can be put in order.
    private static func finite(_ value: Double) -> Double {
        value.isFinite ? value : 0
    }
}
