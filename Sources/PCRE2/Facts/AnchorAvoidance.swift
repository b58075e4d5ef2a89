extension PatternFacts {
    /// A text that an anchor asks for.
    public struct Literal: Hashable, Sendable {
        public let bytes: [UInt8]
        public let ignoresCase: Bool

        public init(_ bytes: [UInt8], ignoresCase: Bool) {
            self.bytes = bytes
            self.ignoresCase = ignoresCase
        }

        func accepts(_ byte: UInt8, at position: Int) -> Bool {
            let wanted = bytes[position]
            guard wanted != byte else { return true }
            let isLetter = (0x61...0x7A).contains(wanted | 0x20)
            return ignoresCase && isLetter && wanted ^ byte == 0x20
        }
    }

    /// Whether the pattern can match a text that holds none of `literals` or, if `atStart`, begins with none of them.
    ///
    /// Lookarounds are not asked, so `true` may be said of a pattern whose lookarounds demand a literal.
    ///
    /// - Complexity: O(*p* · *l*) in the places of the pattern's automaton and the bytes of all literals, 256 steps for
    ///   each.
    public func canAvoid(_ literals: [Literal], atStart: Bool) -> Bool {
        let automaton = AutomatonBuilder.automaton(of: node.withoutLookaheads, favoursEnd: false)
        return AnchorAvoidance(literals, atStart: atStart).isPossible(in: automaton)
    }
}

/// Walks a pattern's automaton and the literals side by side.
private struct AnchorAvoidance {
    /// How far the text so far has come into each literal: the lengths that are still possible. Empty at the start of
    /// a text means that it begins with none.
    private typealias Progress = Set<Position>

    private struct Position: Hashable {
        let literal: Int
        let length: Int
    }

    private struct Step: Hashable {
        let place: UInt16
        let progress: Progress
    }

    private let literals: [PatternFacts.Literal]
    private let atStart: Bool

    init(_ literals: [PatternFacts.Literal], atStart: Bool) {
        self.literals = literals
        self.atStart = atStart
    }

    func isPossible(in automaton: NondeterministicAutomaton) -> Bool {
        let start = Set(literals.indices.map { Position(literal: $0, length: 0) })
        var stack = [Step(place: NondeterministicAutomaton.initial, progress: start)]
        var seen = Set(stack)
        while let step = stack.popLast() {
            if step.place == NondeterministicAutomaton.accepting { return true }
            for edge in automaton.edges(of: step.place) {
                for progress in edge.kind == .byte ? next(step.progress, edge, automaton) : [step.progress] {
                    let following = Step(place: edge.target, progress: progress)
                    if seen.insert(following).inserted { stack.append(following) }
                }
            }
        }
        return false
    }

    /// What one byte of the edge leads to, each once; nothing for a byte that completes a literal.
    private func next(
        _ progress: Progress, _ edge: NondeterministicAutomaton.Edge, _ automaton: NondeterministicAutomaton
    ) -> Set<Progress> {
        var results: Set<Progress> = []
        for byte in UInt8.min...UInt8.max {
            guard edge.classes >> UInt64(automaton.classes.classOfByte[Int(byte)]) & 1 != 0 else { continue }
            var following: Progress = atStart ? [] : Set(literals.indices.map { Position(literal: $0, length: 0) })
            var isComplete = false
            for position in progress where literals[position.literal].accepts(byte, at: position.length) {
                let length = position.length + 1
                isComplete = isComplete || length == literals[position.literal].bytes.count
                following.insert(Position(literal: position.literal, length: length))
            }
            if !isComplete { results.insert(following) }
        }
        return results
    }
}
