// The places where a nondeterministic automaton can be at once are one state of a deterministic one.
//
// A state holds the places behind a byte and behind everything that could be passed at no cost, of which only those
// with a `byte` or `ahead` edge matter. An `ahead` edge waits there until the next byte is known; a `behind` edge is
// passed or not as soon as its byte is. Behind an `ahead` edge the byte before is no longer known, and `behind` and
// `watch` edges are passed without asking.
//
// With them stand the places that watches have come to, as long as there is a `watch` edge to come.

/// Computes the steps of one automaton, in scratch that it keeps.
struct SubsetConstruction: Sendable {
    enum Outcome: Sendable {
        /// No match can be completed.
        case dead

        /// A match may be complete.
        case accepted

        /// `places` holds the next state.
        case state
    }

    private let automaton: NondeterministicAutomaton
    private var stack: [UInt16] = []

    /// The round in which each place was last visited.
    private var visits: [UInt32]
    private var round: UInt32 = 0

    /// The places of watches that the last byte led to.
    private var watches: [UInt16] = []

    /// The state that the last step led to: places in ascending order, then places of watches.
    private(set) var places: [UInt16] = []

    init(_ automaton: NondeterministicAutomaton) {
        self.automaton = automaton
        visits = Array(repeating: 0, count: automaton.placeCount)
    }

    /// The state in which a match begins, behind a byte of class `previous`.
    mutating func start(behind previous: Int) -> Outcome {
        beginRound()
        places.removeAll(keepingCapacity: true)
        visit(NondeterministicAutomaton.initial)
        // What stands further back is not known here: any watch may have come as far as this byte lets it.
        let bit: UInt64 = 1 << UInt64(previous)
        watches.removeAll(keepingCapacity: true)
        for (_, edge) in automaton.watches where edge.classes & bit != 0 { watches.append(edge.target) }
        return close(behind: bit)
    }

    /// The state that a byte of class `next`, or the edge, leads to from `origin`.
    mutating func step(from origin: [UInt16], over next: Int) -> Outcome {
        let bit: UInt64 = 1 << UInt64(next)
        places.removeAll(keepingCapacity: true)
        // First everything that is passed before the byte. What the byte leads to waits in `places`.
        beginRound()
        for place in origin {
            for edge in automaton.edges(of: place) where edge.classes & bit != 0 {
                if edge.kind == .byte { places.append(edge.target) }
                if edge.kind == .ahead { visit(edge.target) }
            }
        }
        while let place = stack.popLast() {
            if place == NondeterministicAutomaton.accepting { return accept() }
            for edge in automaton.edges(of: place) {
                switch edge.kind {
                case .free, .behind, .watch: visit(edge.target)
                case .ahead where edge.classes & bit != 0: visit(edge.target)
                case .byte where edge.classes & bit != 0: places.append(edge.target)
                case .ahead, .byte: break
                }
            }
        }
        watches.removeAll(keepingCapacity: true)
        for (source, edge) in automaton.watches where edge.classes & bit != 0 {
            let isReached = source == NondeterministicAutomaton.watching || origin.contains(source)
            if isReached { watches.append(edge.target) }
        }
        beginRound()
        for place in places { visit(place) }
        places.removeAll(keepingCapacity: true)
        return close(behind: bit)
    }

    /// Passes what can be passed from the visited places at no cost, and collects the places that matter.
    private mutating func close(behind previous: UInt64) -> Outcome {
        while let place = stack.popLast() {
            if place == NondeterministicAutomaton.accepting { return accept() }
            var matters = false
            for edge in automaton.edges(of: place) {
                switch edge.kind {
                case .free: visit(edge.target)
                case .behind where edge.classes & previous != 0: visit(edge.target)
                case .watch where watches.contains(edge.watched): visit(edge.target)
                case .behind, .watch: break
                case .byte, .ahead: matters = true
                }
            }
            if matters { places.append(place) }
        }
        guard !places.isEmpty else { return .dead }
        places.sort()
        guard places.contains(where: { automaton.needsWatches[Int($0)] }) else { return .state }
        for watch in watches where automaton.watches.contains(where: { $0.source == watch }) {
            places.append(watch)
        }
        return .state
    }

    private mutating func accept() -> Outcome {
        stack.removeAll(keepingCapacity: true)
        return .accepted
    }

    private mutating func beginRound() {
        round &+= 1
        guard round == 0 else { return }
        // The numbers have come round, once in four thousand million steps.
        for index in visits.indices { visits[index] = 0 }
        round = 1
    }

    private mutating func visit(_ place: UInt16) {
        guard visits[Int(place)] != round else { return }
        visits[Int(place)] = round
        stack.append(place)
    }
}
