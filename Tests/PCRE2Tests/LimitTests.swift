import PCRE2
import Testing

/// A search that is given up says so: "not examined", never "no match".
@Suite struct LimitTests {
    /// A subject of `a` on which `(a+)+$` tries every way to split it.
    private let hostile = Array(String(repeating: "a", count: 5_000).utf8) + [UInt8(ascii: "!")]

    @Test(arguments: Configuration.all)
    func catastrophicBacktracking(_ configuration: Configuration) throws {
        let pattern = try Pattern("(a+)+$", jit: configuration.pattern)
        var matcher = try Matcher(jit: configuration.matcher)
        #expect(matcher.firstMatch(of: pattern, in: hostile.span) == .notExamined(.matchLimit))
        #expect(matcher.range(ofGroup: 0) == nil)
    }

    @Test(arguments: Configuration.all)
    func aMatcherIsUsableAfterALimit(_ configuration: Configuration) throws {
        let pattern = try Pattern("(a+)+$", jit: configuration.pattern)
        var matcher = try Matcher(jit: configuration.matcher)
        _ = matcher.firstMatch(of: pattern, in: hostile.span)
        #expect(matcher.firstMatch(of: pattern, in: Array("baa".utf8).span) == .match)
        #expect(matcher.range(ofGroup: 1) == 1..<3)
    }

    @Test func jitStack() throws {
        try #require(PCRE2Library.jitIsUsable)
        var limits = Matcher.Limits()
        limits.match = .max
        limits.jitStackBytes = 32 * 1024
        var matcher = try Matcher(limits: limits)
        let pattern = try Pattern("(?:a|b)*!")
        #expect(matcher.firstMatch(of: pattern, in: hostile.span) == .notExamined(.jitStack))
    }

    @Test func depth() throws {
        var limits = Matcher.Limits()
        limits.depth = 1_000
        var matcher = try Matcher(jit: .never, limits: limits)
        let pattern = try Pattern("(?:a|b)*!")
        #expect(matcher.firstMatch(of: pattern, in: hostile.span) == .notExamined(.depthLimit))
    }

    @Test func heap() throws {
        var limits = Matcher.Limits()
        limits.heapKibibytes = 64
        var matcher = try Matcher(jit: .never, limits: limits)
        let pattern = try Pattern("(?:a|b)*!")
        #expect(matcher.firstMatch(of: pattern, in: hostile.span) == .notExamined(.heapLimit))
    }

    /// On a window of a rule a plain repeat must not run into memory limits, in neither engine.
    @Test(arguments: ["^(?:a|b)*c", "^(a|b)*c", "^(?:ab?|b)*c"], Configuration.all)
    func defaultsAllowThousandsOfAlternatives(_ source: String, _ configuration: Configuration) throws {
        let pattern = try Pattern(source, jit: configuration.pattern)
        var matcher = try Matcher(jit: configuration.matcher)
        let window = [UInt8](repeating: UInt8(ascii: "a"), count: 32_000) + [UInt8(ascii: "c")]
        #expect(matcher.firstMatch(of: pattern, in: window.span) == .match)
        #expect(matcher.range(ofGroup: 0) == 0..<window.count)
    }
}
