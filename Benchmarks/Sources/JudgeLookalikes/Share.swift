/// A share of a count, printed with Wilson's interval at 95 %.
struct Share: CustomStringConvertible {
    let part: Int
    let count: Int

    init(_ part: Int, of count: Int) {
        self.part = part
        self.count = count
    }

    var description: String {
        guard count > 0 else { return "0 of 0" }
        let n = Double(count), p = Double(part) / n, z = 1.959964
        let centre = p + z * z / (2 * n)
        let spread = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        return
            "\(part) of \(count) = \(percent(p)) "
            + "[\(percent((centre - spread) / scale)), \(percent((centre + spread) / scale))]"
    }

    private func percent(_ value: Double) -> String {
        let thousandths = Int((max(0, value) * 1_000_000).rounded())
        let fraction = String(thousandths % 10_000)
        return "\(thousandths / 10_000)." + String(repeating: "0", count: 4 - fraction.count) + fraction + " %"
    }
}
