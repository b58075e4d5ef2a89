import Rules

/// Entropy of every 40 bytes of the text.
struct EntropyBenchmark {
    private static let length = 40

    func line(_ text: [UInt8], _ stopwatch: Stopwatch) -> String {
        var entropy = ByteEntropy()
        var sum = 0.0
        let pieces = text.count / Self.length
        let seconds = stopwatch.median {
            sum = 0
            for piece in 0..<pieces {
                let start = piece * Self.length
                sum += entropy.bitsPerByte(of: text.span.extracting(start..<start + Self.length))
            }
        }
        let mean = Stopwatch.decimal(pieces == 0 ? 0 : sum / Double(pieces))
        let each = Stopwatch.decimal(pieces == 0 ? 0 : seconds * 1e9 / Double(pieces))
        return "keyhound entropy: \(pieces) texts of \(Self.length) bytes, \(mean) bits per byte on average, "
            + "\(each) ns each, " + stopwatch.speed(bytes: pieces * Self.length, seconds: seconds)
    }
}
