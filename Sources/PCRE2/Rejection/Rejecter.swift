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
    private let minimumLength: Int
    private var construction: SubsetConstruction
    private let classOfByte: [UInt8]
    private let edge: Int
    private let stride: Int
    private let stateLimit: Int

    /// A row for each state, a column for each byte class and the edge. The first row is that of the start: it leads
    /// over what stands before the place to the state in which a match begins.
    private var table: [UInt16]
    private var states: [[UInt16]] = []
    private var rowOfState: [[UInt16]: UInt16] = [:]

    private var transitionsMade = 0
    private var bytesWalkedBefore = 0
    private var losses = 0

    /// Walks that ended at `longestWalk` and are not outweighed by rejections; and calls that are let pass unasked.
    private var undecided = 0
    private var pause = 0

    /// After so many walks for nothing, so many calls are let pass: in text that no walk decides, such as one long
    /// line, walks would only come on top of the searches.
    private static let undecidedLimit = 32
    private static let pauseLength = 1024

    /// How many bytes all calls have walked together.
    private(set) var bytesWalked = 0

    /// True once the automaton has proved to cost more than it saves. Then every answer is true.
    private(set) var isGivenUp = false

    public init(_ program: RejectionProgram) {
        self.program = program
        minimumLength = program.minimumLength
        construction = SubsetConstruction(program.automaton)
        let classes = program.automaton.classes
        classOfByte = classes.classOfByte
        edge = classes.edge
        stride = max(classes.count + 1, Int(Target.firstRow))
        stateLimit = min(Self.maximumStates, Int(UInt16.max) / stride - 1)
        table = Array(repeating: Target.unknown, count: stride)
    }

    /// Returns false only if no match of the pattern begins at `offset` when it is searched in the bytes of `window`,
    /// which it takes for the whole text. Never a false negative; true says nothing.
    ///
    /// - Complexity: at most `longestWalk` steps, and the making of states that were not met before.
    /// - Precondition: `window` lies inside `text`, and `offset` in `window` or at its end.
    public mutating func mayMatch(_ text: Span<UInt8>, window: Range<Int>, at offset: Int) -> Bool {
        precondition(window.lowerBound >= 0 && window.upperBound <= text.count, "the window lies outside the text")
        precondition(offset >= window.lowerBound && offset <= window.upperBound, "offset lies outside the window")
        guard window.upperBound - offset >= minimumLength else { return false }
        guard !isGivenUp else { return true }
        guard pause == 0 else {
            pause -= 1
            return true
        }

        let end = min(window.upperBound, offset + Self.longestWalk)
        let previous = offset == window.lowerBound ? edge : Int(classOfByte[Int(text[offset - 1])])
        var row = table[previous]
        if row == Target.unknown { row = makeTransition(from: 0, over: previous) }
        var index = offset
        while row >= Target.firstRow {
            walk(text, from: &index, to: end, row: &row)
            guard row >= Target.firstRow, index < end || end == window.upperBound else { break }
            let next = index < end ? Int(classOfByte[Int(text[index])]) : edge
            index += 1
            let target = table[Int(row) + next]
            row = target == Target.unknown ? makeTransition(from: row, over: next) : target
        }
        bytesWalked += index - offset
        note(isRejected: row == Target.dead, isUndecided: index - offset == Self.longestWalk)
        return row != Target.dead
    }

    /// Walks on while the table knows how. Stops at `end`, at a byte that leads nowhere known, and behind the byte that
    /// decides: then `row` is `dead` or `accepted`.
    private func walk(_ text: Span<UInt8>, from index: inout Int, to end: Int, row: inout UInt16) {
        let table = table.span
        let classOfByte = classOfByte.span
        while index < end {
            let target = table[Int(row) + Int(classOfByte[Int(text[index])])]
            if target == Target.unknown { return }
            row = target
            index += 1
            if target < Target.firstRow { return }
        }
    }

    private mutating func note(isRejected: Bool, isUndecided: Bool) {
        if isRejected {
            undecided = max(0, undecided - 1)
        } else if isUndecided {
            undecided += 1
            guard undecided >= Self.undecidedLimit else { return }
            (undecided, pause) = (0, Self.pauseLength)
        }
    }

    // MARK: Making states

    private mutating func makeTransition(from row: UInt16, over next: Int) -> UInt16 {
        let outcome =
            row == 0
            ? construction.start(behind: next) : construction.step(from: states[Int(row) / stride - 1], over: next)
        let statesBefore = states.count
        let target = self.row(for: outcome)
        // If all states were dropped, `row` is no more, unless it is the start.
        if row == 0 || states.count >= statesBefore { table[Int(row) + next] = target }
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
    }
}
