// The only file of this module that reads memory by pointer: a StaticString offers nothing else.

/// The bytes of a rule table: constants of the program, or an array of our own.
enum TableBytes: Sendable {
    case constant(StaticString)
    case owned([UInt8])

    var count: Int {
        switch self {
        case .constant(let literal): literal.utf8CodeUnitCount
        case .owned(let bytes): bytes.count
        }
    }

    /// - Precondition: `offset` lies in `0..<count`.
    subscript(offset: Int) -> UInt8 {
        switch self {
        case .constant(let literal):
            precondition(offset >= 0 && offset < literal.utf8CodeUnitCount, "offset outside the rule table")
            // SAFETY: the bounds are checked above; the memory is part of the program and never freed.
            return unsafe literal.utf8Start[offset]
        case .owned(let bytes):
            return bytes[offset]
        }
    }

    /// Returns a copy of the bytes of `range`.
    ///
    /// - Precondition: `range` lies in `0..<count`.
    func copy(_ range: Range<Int>) -> [UInt8] {
        switch self {
        case .constant(let literal):
            precondition(
                range.lowerBound >= 0 && range.upperBound <= literal.utf8CodeUnitCount, "range outside the rule table")
            // SAFETY: the bounds are checked above; the memory is part of the program and never freed.
            return unsafe Array(UnsafeBufferPointer(start: literal.utf8Start + range.lowerBound, count: range.count))
        case .owned(let bytes):
            return Array(bytes[range])
        }
    }

    /// Returns whether the bytes of `range` are the UTF-8 of `text`. Allocates nothing.
    func equals(_ text: String, in range: Range<Int>) -> Bool {
        guard text.utf8.count == range.count else { return false }
        var offset = range.lowerBound
        for byte in text.utf8 {
            guard self[offset] == byte else { return false }
            offset += 1
        }
        return true
    }
}
