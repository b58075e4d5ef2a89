import LiteralSearch
import Rules

/// Searches for runs of 40 bytes of base64, which is what secret access keys are.
struct ClassRunBenchmark {
    private let searcher: ClassRunSearcher

    init() {
        let base64 = ByteClass.base64
        let members = ByteSet((UInt8.min...UInt8.max).filter(base64.contains))
        searcher = ClassRunSearcher([ClassRun(members, length: 40...40)])
    }

    func line(_ text: [UInt8], _ stopwatch: Stopwatch) -> String {
        var hits = ClassRunHits()
        let seconds = stopwatch.median {
            hits.removeAll()
            searcher.search(text.span, starts: 0..<text.count, into: &hits)
        }
        return "keyhound runs: \(text.count) bytes, \(hits.found.count) runs of 40 bytes of base64, "
            + stopwatch.speed(bytes: text.count, seconds: seconds)
    }
}
