/// The part of a pattern between two slashes.
struct GlobComponent: Hashable, Sendable {
    private enum Token: Hashable {
        case byte(UInt8)
        case anyByte
        case anyRun
        case byteClass(ByteSet)
    }

    private var tokens: [Token] = []

    /// `*`
    static let anything = GlobComponent(tokens: [.anyRun])

    private init(tokens: [Token]) {
        self.tokens = tokens
    }

    /// - Throws: `invalidGlob`, its offset counted as the slice's indexes are.
    init(_ pattern: ArraySlice<UInt8>) throws(InputError) {
        var index = pattern.startIndex
        while index < pattern.endIndex {
            let byte = pattern[index]
            switch byte {
            case UInt8(ascii: "*"):
                if tokens.last != .anyRun { tokens.append(.anyRun) }
                index += 1
            case UInt8(ascii: "?"):
                tokens.append(.anyByte)
                index += 1
            case UInt8(ascii: "["):
                tokens.append(.byteClass(try Self.byteClass(pattern, at: &index)))
            default:
                tokens.append(.byte(try Self.literal(pattern, at: &index)))
            }
        }
    }

    /// Whether all the bytes in the range match.
    ///
    /// Complexity: O(tokens × bytes).
    func matches(_ path: Span<UInt8>, in range: Range<Int>) -> Bool {
        var token = 0
        var position = range.lowerBound
        var star: (token: Int, position: Int)?
        while position < range.upperBound {
            if token < tokens.count, tokens[token] == .anyRun {
                star = (token, position)
                token += 1
            } else if token < tokens.count, matches(path[position], tokens[token]) {
                token += 1
                position += 1
            } else if let last = star {
                star = (last.token, last.position + 1)
                token = last.token + 1
                position = last.position + 1
            } else {
                return false
            }
        }
        return tokens[token...].allSatisfy { $0 == .anyRun }
    }

    private func matches(_ byte: UInt8, _ token: Token) -> Bool {
        switch token {
        case .byte(let expected): byte == expected
        case .anyByte: true
        case .byteClass(let set): set.contains(byte)
        case .anyRun: false
        }
    }

    /// One byte, or the one behind a backslash; `index` moves behind it.
    private static func literal(_ pattern: ArraySlice<UInt8>, at index: inout Int) throws(InputError) -> UInt8 {
        if pattern[index] == UInt8(ascii: "\\") { index += 1 }
        guard index < pattern.endIndex else { throw .invalidGlob(offset: index - 1) }
        defer { index += 1 }
        return pattern[index]
    }

    /// A class from `[` to `]`; `index` moves behind it. A `]` right at the start is a member.
    private static func byteClass(_ pattern: ArraySlice<UInt8>, at index: inout Int) throws(InputError) -> ByteSet {
        let opening = index
        var set = ByteSet()
        index += 1
        let isNegated =
            index < pattern.endIndex && (pattern[index] == UInt8(ascii: "!") || pattern[index] == UInt8(ascii: "^"))
        if isNegated { index += 1 }
        let first = index
        while true {
            guard index < pattern.endIndex else { throw .invalidGlob(offset: opening) }
            if pattern[index] == UInt8(ascii: "]"), index > first { break }
            let low = try literal(pattern, at: &index)
            let isRange =
                index + 1 < pattern.endIndex
                && pattern[index] == UInt8(ascii: "-") && pattern[index + 1] != UInt8(ascii: "]")
            guard isRange else {
                set.insert(low)
                continue
            }
            index += 1
            let high = try literal(pattern, at: &index)
            guard low <= high else { throw .invalidGlob(offset: opening) }
            for byte in low...high { set.insert(byte) }
        }
        index += 1
        return isNegated ? set.complement : set
    }
}
