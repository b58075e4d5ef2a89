// PCRE2 has no option that refuses verbs and callouts, so their spelling must be found in the source, and only where
// PCRE2 would read it as syntax. This is a reader of PCRE2's grammar that knows just enough of it:
//
//   outside a class   `\Q…\E` is literal text; `\c` takes one byte more; any other escape is one byte
//                     `[` opens a class; `#` opens a comment if white space is ignored; `(` see below
//   after `(`         `*` is a verb; `?#` a comment up to `)`; `?C` a callout; `?R`, `?&`, `?P>` and numbers a call;
//                     `?flags)` changes the current group's mode; `?flags:` the new group's; anything else opens a
//                     group that inherits the mode
//   after `)`         the mode is again what it was before the group; after a capture group, a quantifier and `+`
//                     are a possessive repeat, whatever white space, comments and `\E` lie between
//   in a class        a first `]` is literal; `[:name:]` is one item; escapes and `\Q…\E` as above; `]` closes
//
// In a pattern that does not compile the answer may be wrong, which is harmless: both answers refuse it. In one that
// does compile it is exact; a test compares it with the callouts that PCRE2 itself reports for random patterns.

/// Finds the first forbidden construct in the source of a pattern.
struct ForbiddenConstructScanner {
    typealias Finding = (construct: ForbiddenConstruct, byteOffset: Int)

    /// What white space outside an escape means: itself, nothing, or nothing even in a class (`xx`).
    private enum WhiteSpace {
        case significant
        case ignored
        case ignoredInClassesToo
    }

    /// A group that is not closed yet.
    private struct OpenGroup {
        var outerWhiteSpace: WhiteSpace
        var isCapturing: Bool
        var byteOffset: Int
    }

    /// A capture group that was just closed, until anything but a quantifier follows.
    private struct ClosedCapture {
        var byteOffset: Int
        var isQuantified = false
    }

    private let source: [UInt8]
    private var index = 0
    private var whiteSpace: WhiteSpace
    private var openGroups: [OpenGroup] = []
    private var closedCapture: ClosedCapture?

    private init(source: [UInt8], extended: Bool) {
        self.source = source
        whiteSpace = extended ? .ignored : .significant
    }

    /// Returns the forbidden construct with the lowest byte offset, or nil if there is none.
    ///
    /// - Parameter extended: the pattern will be compiled with `Pattern.Options.extended`.
    /// - Complexity: O(*n*), where *n* is the length of the source.
    static func firstFinding(in source: [UInt8], extended: Bool) -> Finding? {
        var scanner = ForbiddenConstructScanner(source: source, extended: extended)
        return scanner.scan()
    }

    private mutating func scan() -> Finding? {
        while let byte = byte(at: index) {
            let capture = closedCapture
            closedCapture = nil
            switch byte {
            case UInt8(ascii: "\\"):
                if follows(#"\E"#) { closedCapture = capture }
                if let finding = passEscape() { return finding }
            case UInt8(ascii: "["):
                passClass()
            case UInt8(ascii: "#") where whiteSpace != .significant:
                closedCapture = capture
                pass(through: UInt8(ascii: "\n"))
            case UInt8(ascii: "\t")...UInt8(ascii: "\r") where whiteSpace != .significant,
                UInt8(ascii: " ") where whiteSpace != .significant:
                closedCapture = capture
                index += 1
            case UInt8(ascii: "("):
                if follows("(?#") { closedCapture = capture }
                if let finding = passOpeningParenthesis() { return finding }
            case UInt8(ascii: ")"):
                closeGroup()
                index += 1
            case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"):
                if let finding = passQuantifier(after: capture) { return finding }
            default:
                index += 1
            }
        }
        return nil
    }

    private mutating func passQuantifier(after capture: ClosedCapture?) -> Finding? {
        if let capture, capture.isQuantified {
            if follows("+") { return (.possessiveCapture, capture.byteOffset) }
        } else if let capture {
            closedCapture = ClosedCapture(byteOffset: capture.byteOffset, isQuantified: true)
            if follows("{") {
                pass(through: UInt8(ascii: "}"))
                return nil
            }
        }
        index += 1
        return nil
    }

    // MARK: Escapes

    private mutating func passEscape() -> Finding? {
        switch byte(at: index + 1) {
        case UInt8(ascii: "K"): return (.resetOfMatchStart, index)
        case UInt8(ascii: "C"): return (.singleCodeUnit, index)
        case UInt8(ascii: "g") where follows(#"\g<"#) || follows(#"\g'"#): return (.recursion, index)
        default:
            passEscapeInAnyPlace()
            return nil
        }
    }

    private mutating func passEscapeInAnyPlace() {
        switch byte(at: index + 1) {
        case UInt8(ascii: "Q"): passQuotation()
        case UInt8(ascii: "c"): index += 3
        default: index += 2
        }
    }

    private mutating func passQuotation() {
        index += 2
        while index < source.count, !follows(#"\E"#) {
            index += 1
        }
        index += 2
    }

    // MARK: Groups

    private mutating func passOpeningParenthesis() -> Finding? {
        if follows("(*") { return (.verb, index) }
        if follows("(?C") { return (.callout, index) }
        if followsCall { return (.recursion, index) }
        if follows("(?#") {
            pass(through: UInt8(ascii: ")"))
        } else if follows("(?") {
            return passModeOrGroup()
        } else {
            openGroup(whiteSpace, isCapturing: true)
            index += 1
        }
        return nil
    }

    private mutating func passModeOrGroup() -> Finding? {
        let start = index
        var inherited = whiteSpace
        var added: WhiteSpace?
        var isRemoving = false
        var isRemoved = false
        var allowsDuplicateNames = false
        var cursor = index + 2
        while let byte = byte(at: cursor) {
            switch byte {
            case UInt8(ascii: "^"):
                inherited = .significant
            case UInt8(ascii: "-"):
                isRemoving = true
            case UInt8(ascii: "x") where isRemoving:
                isRemoved = true
            case UInt8(ascii: "x") where self.byte(at: cursor + 1) == UInt8(ascii: "x"):
                added = .ignoredInClassesToo
                cursor += 1
            case UInt8(ascii: "x"):
                added = added ?? .ignored
            case UInt8(ascii: "J"):
                allowsDuplicateNames = allowsDuplicateNames || !isRemoving
            case UInt8(ascii: "i"), UInt8(ascii: "m"), UInt8(ascii: "n"), UInt8(ascii: "s"):
                break
            case UInt8(ascii: ")"), UInt8(ascii: ":"):
                if allowsDuplicateNames { return (.duplicateNames, start) }
                let mode = isRemoved ? .significant : added ?? inherited
                if byte == UInt8(ascii: ":") { openGroup(mode) } else { whiteSpace = mode }
                index = cursor + 1
                return nil
            default:
                openGroup(whiteSpace, isCapturing: followsName)
                index += 2
                return nil
            }
            cursor += 1
        }
        index = cursor
        return nil
    }

    /// Whether a call of a group starts here.
    private var followsCall: Bool {
        if follows("(?R)") || follows("(?&") || follows("(?P>") { return true }
        guard follows("(?") else { return false }
        let number = follows("(?+") || follows("(?-") ? index + 3 : index + 2
        return byte(at: number).map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }

    /// Whether a group with a name starts here.
    private var followsName: Bool {
        follows("(?P<") || follows("(?'") || (follows("(?<") && !follows("(?<=") && !follows("(?<!"))
    }

    private mutating func openGroup(_ inner: WhiteSpace, isCapturing: Bool = false) {
        openGroups.append(OpenGroup(outerWhiteSpace: whiteSpace, isCapturing: isCapturing, byteOffset: index))
        whiteSpace = inner
    }

    private mutating func closeGroup() {
        guard let group = openGroups.popLast() else { return }
        whiteSpace = group.outerWhiteSpace
        closedCapture = group.isCapturing ? ClosedCapture(byteOffset: group.byteOffset) : nil
    }

    // MARK: Classes

    private mutating func passClass() {
        index += 1
        passWhatMayPrecedeFirstItem()
        if byte(at: index) == UInt8(ascii: "]") { index += 1 }
        while let byte = byte(at: index) {
            switch byte {
            case UInt8(ascii: "]"):
                index += 1
                return
            case UInt8(ascii: "\\"):
                passEscapeInAnyPlace()
            case UInt8(ascii: "["):
                index = endOfNamedItem() ?? index + 1
            default:
                index += 1
            }
        }
    }

    private mutating func passWhatMayPrecedeFirstItem() {
        var isNegated = false
        while index < source.count {
            if follows(#"\E"#) {
                index += 2
            } else if follows(#"\Q\E"#) {
                index += 4
            } else if whiteSpace == .ignoredInClassesToo, follows(" ") || follows("\t") {
                index += 1
            } else if !isNegated, follows("^") {
                isNegated = true
                index += 1
            } else {
                return
            }
        }
    }

    /// Returns the offset after the item of the form `[:name:]` that starts here, or nil if `[` is only a byte.
    private func endOfNamedItem() -> Int? {
        guard let mark = byte(at: index + 1), ".:=".utf8.contains(mark) else { return nil }
        var cursor = index + 2
        while let byte = byte(at: cursor), let next = self.byte(at: cursor + 1) {
            if byte == mark, next == UInt8(ascii: "]") { return cursor + 2 }
            if byte == UInt8(ascii: "]") || (byte == UInt8(ascii: "[") && next == mark) { return nil }
            let isEscape = byte == UInt8(ascii: "\\") && (next == UInt8(ascii: "]") || next == byte)
            cursor += isEscape ? 2 : 1
        }
        return nil
    }

    // MARK: Bytes

    private func byte(at offset: Int) -> UInt8? {
        offset < source.count ? source[offset] : nil
    }

    private func follows(_ text: StaticString) -> Bool {
        source[index...].starts(with: text.description.utf8)
    }

    private mutating func pass(through end: UInt8) {
        index = source[index...].firstIndex(of: end).map { $0 + 1 } ?? source.count
    }
}
