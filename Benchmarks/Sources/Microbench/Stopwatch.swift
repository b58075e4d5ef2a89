/// Times something several times over, after one round that does not count.
struct Stopwatch {
    let rounds: Int

    /// - Throws: `BenchmarkError` unless `rounds` is a number from 1 to 1,000.
    init(rounds: String) throws {
        guard let number = Int(rounds), 1...1000 ~= number else {
            throw BenchmarkError("--rounds takes a number from 1 to 1000")
        }
        self.rounds = number
    }

    /// The median time of `work` in seconds.
    func median(_ work: () -> Void) -> Double {
        work()
        let clock = ContinuousClock()
        let times = (0..<rounds).map { _ in clock.measure(work) / .seconds(1) }.sorted()
        return times[rounds / 2]
    }

    /// Such as "2.345 GB/s (median of 5)".
    func speed(bytes: Int, seconds: Double) -> String {
        "\(Self.decimal(Double(bytes) / seconds / 1e9)) GB/s (median of \(rounds))"
    }

    /// Three digits behind the point.
    static func decimal(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let fraction = String(thousandths % 1000)
        return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)"
    }
}
