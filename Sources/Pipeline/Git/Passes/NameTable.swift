import Blobs
import Findings
import Scanning

/// The names of all entries of all trees, each once and with a number. A name is scanned when it is met first.
struct NameTable: ~Copyable {
    /// A name in which something was found.
    struct Found: Sendable {
        let name: [UInt8]
        let findings: [Finding]

        /// What stands for it in the graph of trees.
        let goal: UInt32
    }

    private(set) var names: [[UInt8]] = []
    private(set) var found: [Found] = []

    /// Names with anything in them that is worth a word, be it too little for a finding.
    private var unclean: Set<UInt32> = []

    /// Numbers of names by the hash of the name; `names.count` can be no number.
    private var slots: [UInt32]
    private var goals: [UInt32: UInt32] = [:]
    private let goalNumbers: GoalNumbers
    private var scanner: Scanner
    private var result = RunResult()

    private static let empty = UInt32.max

    init(_ rules: CompiledRuleSet, options: ScanOptions, goalNumbers: GoalNumbers) throws {
        scanner = try Scanner(rules, options: options)
        slots = Array(repeating: Self.empty, count: 1 << 12)
        self.goalNumbers = goalNumbers
    }

    /// The number of a name.
    mutating func number(of name: Span<UInt8>) -> UInt32 {
        var slot = Self.hash(name) & (slots.count - 1)
        while slots[slot] != Self.empty {
            if Self.isEqual(names[Int(slots[slot])], name) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = UInt32(names.count)
        slots[slot] = number
        names.append(Array(copying: name))
        if names.count * 2 > slots.count { grow() }
        scan(name, number: number)
        return number
    }

    /// Whether there is nothing at all in a name.
    func isClean(_ number: UInt32) -> Bool { unclean.isEmpty || !unclean.contains(number) }

    /// What stands in the graph for a name in which something was found; `nil` for all others.
    func goal(ofName number: UInt32) -> UInt32? { goals.isEmpty ? nil : goals[number] }

    /// What the rules have cost, and what else came of it.
    mutating func finish() -> RunResult {
        result.add(scanner.counts)
        return result
    }

    private mutating func scan(_ name: Span<UInt8>, number: UInt32) {
        let path = RawPath(Array(copying: name))
        let report = scanner.scan(whole: name) { Provenance(.file(path), .name) }
        result.takeRest(of: report)
        if !report.isEmpty { unclean.insert(number) }
        guard !report.findings.isEmpty else { return }
        let goal = goalNumbers.number(of: path.bytes)
        goals[number] = goal
        found.append(Found(name: path.bytes, findings: report.findings, goal: goal))
    }

    private mutating func grow() {
        slots = Array(repeating: Self.empty, count: 2 * slots.count)
        for (number, name) in names.enumerated() {
            var slot = Self.hash(name.span) & (slots.count - 1)
            while slots[slot] != Self.empty { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number)
        }
    }

    /// FNV-1a, 64 bits, its halves put together.
    private static func hash(_ name: Span<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in name.indices { hash = (hash ^ UInt64(name[index])) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }

    private static func isEqual(_ left: [UInt8], _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        for index in left.indices where left[index] != right[index] { return false }
        return true
    }
}
