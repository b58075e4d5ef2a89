import Glibc
import PCRE2
import Testing

@Suite struct LibraryTests {
    @Test func version() throws {
        let number = try #require(PCRE2Library.version.split(separator: " ").first)
        let parts = number.split(separator: ".").map { Int($0) }
        #expect(parts.count == 2 && parts.allSatisfy { $0 != nil }, "\(PCRE2Library.version)")
    }

    @Test func usableImpliesBuilt() {
        #expect(PCRE2Library.jitIsBuilt || !PCRE2Library.jitIsUsable)
    }

    /// The kernel refuses executable memory, as under systemd's MemoryDenyWriteExecute or SELinux.
    @Test(.enabled(if: ExecutableMemory.canBeDenied))
    func withoutExecutableMemoryTheInterpreterRuns() async {
        await #expect(processExitsWith: .success) {
            precondition(ExecutableMemory.deny())
            let pattern = try Pattern("(k+)ey")
            var matcher = try Matcher()
            precondition(PCRE2Library.jitIsBuilt)
            precondition(!PCRE2Library.jitIsUsable)
            precondition(!pattern.isJITCompiled && pattern.machineCodeSize == 0)
            precondition(matcher.firstMatch(of: pattern, in: Array("a kkey".utf8).span) == .match)
            precondition(matcher.range(ofGroup: 1) == 2..<4)
        }
    }

    /// Executable memory was granted before and is refused later: each pattern falls back by itself.
    @Test(.enabled(if: ExecutableMemory.canBeDenied && PCRE2Library.jitIsUsable))
    func executableMemoryLostLaterIsNotAnError() async {
        await #expect(processExitsWith: .success) {
            let early = try Pattern("(k+)ey")
            precondition(early.isJITCompiled)
            precondition(ExecutableMemory.deny())
            // PCRE2 still owns free executable memory; patterns use it up.
            var patterns: [Pattern] = []
            repeat {
                patterns.append(try Pattern("(?:a\(patterns.count)[a-z]+|b){1,9}(k+)ey"))
            } while patterns.last?.isJITCompiled == true && patterns.count < 10_000
            guard let late = patterns.last, !late.isJITCompiled else { preconditionFailure("never refused") }
            var matcher = try Matcher()
            precondition(matcher.firstMatch(of: early, in: Array("a kkey".utf8).span) == .match)
            precondition(matcher.firstMatch(of: late, in: Array("a bkkey".utf8).span) == .match)
            precondition(matcher.range(ofGroup: 1) == 3..<5)
        }
    }
}

/// `prctl(PR_SET_MDWE)`, Linux 6.3 and later. Swift cannot import `prctl`, which is variadic.
private enum ExecutableMemory {
    private typealias Prctl = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32

    private static var prctl: Prctl? {
        // SAFETY: glibc's `prctl(int, ...)` reads four longs; a call with integers only passes them in the same
        // registers.
        guard let symbol = unsafe dlsym(nil, "prctl") else { return nil }
        return unsafe unsafeBitCast(symbol, to: Prctl.self)
    }

    /// Whether the kernel knows how to deny it: `PR_GET_MDWE` succeeds.
    static var canBeDenied: Bool {
        guard let prctl else { return false }
        return prctl(66, 0, 0, 0, 0) >= 0
    }

    /// Denies it to this process for good: `PR_SET_MDWE` with `PR_MDWE_REFUSE_EXEC_GAIN`.
    static func deny() -> Bool {
        guard let prctl else { return false }
        return prctl(65, 1, 0, 0, 0) == 0
    }
}
