import Scanning
import Testing

/// Names that are searched together are found like names that are searched alone.
@Suite struct SuspectFinderTests {
    private static let fragments: [[UInt8]] =
        [
            "KID", "0123ABCD", "token", "token=abcdef12", "<<", "<<a", "bbb>>", ".", "-", " ", "file", "README.md",
            "0123456789abcdef01234567", "89abcdef", "KID89ABCDEF", "\u{4E2D}",
        ].map { Array($0.utf8) } + [[0x80]]

    private static func names(_ seed: UInt64, count: Int) -> [[UInt8]] {
        var random = SeededGenerator(seed: seed)
        // A byte that may belong to a byte order mark makes all names suspects, so it stands in few lists.
        let fragments = seed % 8 == 0 ? fragments + [[0xFF]] : fragments
        return (0..<count).map { _ in
            (0..<Int.random(in: 1...4, using: &random)).flatMap { _ in
                fragments[Int.random(in: fragments.indices, using: &random)]
            }
        }
    }

    @Test(arguments: [Prefilter.fast, .naive], [1, 2, 40])
    func nothingIsFoundInTheOthers(prefilter: Prefilter, count: Int) throws {
        let bench = try Bench.user(SmallRules.text, prefilter: prefilter)
        var scanner = try Scanner(bench.rules, options: bench.options)
        let nothing = try bench.scan(whole: [])
        var found = 0
        var leftOut = 0
        for seed in 0..<200 as Range<UInt64> {
            let names = Self.names(seed, count: count)
            var suspects: [Range<Int>] = []
            let joined = Array(names.map { $0 + [0] }.joined())
            scanner.findSuspects(in: joined.span, into: &suspects)
            var start = 0
            var remaining = suspects[...]
            for name in names {
                let range = start..<start + name.count
                start = range.upperBound + 1
                if remaining.first == range {
                    remaining.removeFirst()
                    continue
                }
                leftOut += 1
                #expect(try bench.scan(whole: name) == nothing, "\(seed): \(name)")
            }
            #expect(remaining.isEmpty, "\(seed): \(suspects) are not all names, each once and in order")
            found += suspects.count
        }
        #expect(found > 0 && leftOut > 0)
    }

    @Test func aByteOrderMarkMakesASuspect() throws {
        let bench = try Bench.user(SmallRules.text)
        var scanner = try Scanner(bench.rules, options: bench.options)
        var suspects: [Range<Int>] = []
        scanner.findSuspects(in: [0x61, 0, 0xFF, 0xFE, 0x61, 0x62, 0].span, into: &suspects)
        #expect(suspects.contains(2..<6))
    }

    @Test func noNamesNoSuspects() throws {
        let bench = try Bench.user(SmallRules.text)
        var scanner = try Scanner(bench.rules, options: bench.options)
        var suspects: [Range<Int>] = []
        scanner.findSuspects(in: [UInt8]().span, into: &suspects)
        #expect(suspects.isEmpty)
    }
}
