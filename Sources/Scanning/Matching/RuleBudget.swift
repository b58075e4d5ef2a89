import Rules

/// What each rule has cost in the current blob, so that one bad rule cannot hold up a scan.
///
/// Time is only looked at once a rule has run often, and then at every 16th call: rules that behave never pay for it.
struct RuleBudget {
    /// Nanoseconds of processor time of the calling thread, from any start.
    typealias Clock = @Sendable () -> UInt64

    /// Searches given up at a limit before the rule rests for the rest of the blob.
    private static let failureLimit = 8

    /// Calls before time counts, and the calls of which one is timed.
    private static let freeCalls = 1024
    private static let sampling = 16

    /// Nanoseconds for one rule in one blob: so much, and so much more for each MiB.
    private static let baseTime: UInt64 = 500_000_000
    private static let timePerMebibyte: UInt64 = 100_000_000

    private struct Account {
        var calls = 0
        var failures = 0
        var nanoseconds: UInt64 = 0
        var isExhausted = false
    }

    private let clock: Clock
    private var accounts: [Account]
    private var used: [Int] = []
    private var bytesSeen = 0

    init(ruleCount: Int, clock: @escaping Clock) {
        self.clock = clock
        accounts = Array(repeating: Account(), count: ruleCount)
    }

    /// Forgets the blob before.
    mutating func reset() {
        for index in used { accounts[index] = Account() }
        used.removeAll(keepingCapacity: true)
        bytesSeen = 0
    }

    /// Says that `count` more bytes of the blob are being examined.
    mutating func see(bytes count: Int) {
        bytesSeen += count
    }

    func isExhausted(_ rule: RuleIndex) -> Bool {
        accounts[Int(rule.rawValue)].isExhausted
    }

    /// Starts a call; gives the time to hand to `end` when this call is timed.
    mutating func begin(_ rule: RuleIndex) -> UInt64? {
        let index = Int(rule.rawValue)
        if accounts[index].calls == 0 { used.append(index) }
        accounts[index].calls += 1
        let calls = accounts[index].calls
        return calls > Self.freeCalls && calls % Self.sampling == 0 ? clock() : nil
    }

    /// Ends a call. Returns whether it exhausted the rule's time.
    mutating func end(_ rule: RuleIndex, started: UInt64?) -> Bool {
        guard let started else { return false }
        let index = Int(rule.rawValue)
        accounts[index].nanoseconds += (clock() &- started) * UInt64(Self.sampling)
        let limit = Self.baseTime + UInt64(bytesSeen >> 20) * Self.timePerMebibyte
        guard accounts[index].nanoseconds > limit else { return false }
        accounts[index].isExhausted = true
        return true
    }

    /// Notes a search given up at a limit.
    mutating func fail(_ rule: RuleIndex) {
        let index = Int(rule.rawValue)
        accounts[index].failures += 1
        if accounts[index].failures >= Self.failureLimit { accounts[index].isExhausted = true }
    }

    /// Rests the rule for the rest of the blob.
    mutating func exhaust(_ rule: RuleIndex) {
        let index = Int(rule.rawValue)
        if accounts[index].calls == 0 { used.append(index) }
        accounts[index].isExhausted = true
    }
}
