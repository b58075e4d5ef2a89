/// Says cheaply that no match of one pattern begins at a place: the private scratch of one worker for one pattern.
///
/// The states of a deterministic automaton are made when a text first leads to them, and kept. In the steady state a
/// call allocates nothing and looks two bytes up for each byte of text.
public struct Rejecter: Sendable {
    /// Where the walk goes. Numbers from `firstRow` on are offsets of rows in `table`.
    private enum Target {
        static let unknown: UInt16 = 0
        static let dead: UInt16 = 1
        static let accepted: UInt16 = 2
        static let firstRow: UInt16 = 3
    }

    /// How many bytes are walked before a match counts as possible. Dense keywords die within ten.
    static let longestWalk = 256

    /// States beyond this are made anew: tables of many rules must fit the memory of a worker.
    static let maximumStates = 512

    /// A cache that was filled again and again before each transition in it was used this often on average is no use.
    private static let profitableUses = 8
    private static let maximumLosses = 4

    public let program: RejectionProgram
    private var construction: SubsetConstruction
    private let stride: Int
    private let stateLimit: Int

    /// A row for each state, a column for each byte class and the edge. The first row is never reached.
    private var table: [UInt16]
    private var startOfClass: [UInt16]
    private var states: [[UInt16]] = []
    private var rowOfState: [[UInt16]: UInt16] = [:]

    private var transitionsMade = 0
    private var bytesWalkedBefore = 0
    private var losses = 0

    /// How many bytes all calls have walked together.
    private(set) var bytesWalked = 0

    /// True once the automaton has proved to cost more than it saves. Then every answer is true.
    private(set) var isGivenUp = false

    public init(_ program: RejectionProgram) {
        self.program = program
        construction = SubsetConstruction(program.automaton)
        stride = max(program.automaton.classes.count + 1, Int(Target.firstRow))
        stateLimit = min(Self.maximumStates, Int(UInt16.max) / stride - 1)
        table = Array(repeating: Target.unknown, count: stride)
        startOfClass = Array(repeating: Target.unknown, count: program.automaton.classes.count + 1)
    }

    /// Returns false only if no match of the pattern begins at `offset` when it is searched in the bytes of `window`,
    /// which it takes for the whole text. Never a false negative; true says nothing.
    ///
    /// - Complexity: at most `longestWalk` steps, and the making of states that were not met before.
    /// - Precondition: `window` lies inside `text`, and `offset` in `window` or at its end.
    public mutating func mayMatch(_ text: Span<UInt8>, window: Range<Int>, at offset: Int) -> Bool {
        precondition(window.lowerBound >= 0 && window.upperBound <= text.count, "the window lies outside the text")
        precondition(offset >= window.lowerBound && offset <= window.upperBound, "offset lies outside the window")
        guard window.upperBound - offset >= program.minimumLength else { return false }
        guard !isGivenUp else { return true }

        let edge = program.automaton.classes.edge
        let previous = offset == window.lowerBound ? edge : column(of: text[offset - 1])
        var row = startOfClass[previous]
        if row == Target.unknown { row = makeStart(behind: previous) }

        let limit = min(window.upperBound, offset + Self.longestWalk)
        var index = offset
        while row >= Target.firstRow {
            let known = walk(text, index..<limit, from: row)
            index = known.index
            row = known.row
            guard row >= Target.firstRow else { break }
            let next: Int
            if index < limit {
                next = column(of: text[index])
                index += 1
            } else if index < window.upperBound {
                break
            } else {
                next = edge
            }
            let target = table[Int(row) + next]
            row = target == Target.unknown ? makeTransition(from: row, over: next) : target
        }
        bytesWalked += index - offset
        return row != Target.dead
    }

    /// Walks on while the table knows how. Returns `dead` or `accepted`, or the row in which the byte at `index` leads
    /// to a state that is not known yet, or the row at the end of `range`.
    private func walk(_ text: Span<UInt8>, _ range: Range<Int>, from start: UInt16) -> (row: UInt16, index: Int) {
        let table = table.span
        let program = program
        var row = start
        var index = range.lowerBound
        while index < range.upperBound {
            let target = table[Int(row) + Int(program.automaton.classes.classOfByte[Int(text[index])])]
            if target < Target.firstRow {
                return target == Target.unknown ? (row, index) : (target, index + 1)
            }
            row = target
            index += 1
        }
        return (row, index)
    }

    private func column(of byte: UInt8) -> Int {
        Int(program.automaton.classes.classOfByte[Int(byte)])
    }

    // MARK: Making states

    private mutating func makeStart(behind previous: Int) -> UInt16 {
        let outcome = construction.start(behind: previous)
        let target = row(for: outcome)
        startOfClass[previous] = target
        return target
    }

    private mutating func makeTransition(from row: UInt16, over next: Int) -> UInt16 {
        let outcome = construction.step(from: states[Int(row) / stride - 1], over: next)
        let statesBefore = states.count
        let target = self.row(for: outcome)
        // If all states were dropped, `row` is no more.
        if states.count >= statesBefore { table[Int(row) + next] = target }
        transitionsMade += 1
        return target
    }

    /// Returns the row of the state that `construction` holds.
    private mutating func row(for outcome: SubsetConstruction.Outcome) -> UInt16 {
        switch outcome {
        case .dead: return Target.dead
        case .accepted: return Target.accepted
        case .state: break
        }
        if let known = rowOfState[construction.places] { return known }
        if states.count >= stateLimit { dropStates() }
        states.append(construction.places)
        let row = UInt16(states.count * stride)
        rowOfState[construction.places] = row
        table.append(contentsOf: repeatElement(Target.unknown, count: stride))
        return row
    }

    private mutating func dropStates() {
        let uses = bytesWalked - bytesWalkedBefore
        if uses < transitionsMade * Self.profitableUses { losses += 1 }
        isGivenUp = losses >= Self.maximumLosses
        bytesWalkedBefore = bytesWalked
        transitionsMade = 0
        states.removeAll(keepingCapacity: true)
        rowOfState.removeAll(keepingCapacity: true)
        table.removeAll(keepingCapacity: true)
        table.append(contentsOf: repeatElement(Target.unknown, count: stride))
        for index in startOfClass.indices { startOfClass[index] = Target.unknown }
    }
}
