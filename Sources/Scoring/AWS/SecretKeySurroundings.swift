/// What the bytes around a candidate say against it.
///
/// A slice of longer base64 has no mark of its own: its bytes are as random as a key. Only
/// what stands around it can tell, within the window that the scanner hands over.
struct SecretKeySurroundings {
    /// Against the candidate in any company.
    private(set) var objection: SecretKeyObjection?

    /// Against the candidate only where it stands alone.
    private(set) var weakObjection: SecretKeyObjection?

    init(_ window: Span<UInt8>, _ candidate: Range<Int>) {
        let before = candidate.lowerBound > 0 ? window[candidate.lowerBound - 1] : nil
        let after = candidate.upperBound < window.count ? window[candidate.upperBound] : nil
        if Self.isSymbol(before) || Self.isSymbol(after) {
            objection = .partOfLongerRun
        } else if after == UInt8(ascii: "=") {
            objection = .paddedBase64
        } else if Self.beginsInEscape(before, window[candidate.lowerBound], window[candidate.lowerBound + 1]) {
            objection = .escapeSequence
        } else if Self.endsWrappedBlock(window, candidate) {
            objection = .wrappedBase64
        } else if Self.isJoined(window, candidate) {
            weakObjection = .joinedToken
        }
    }

    private static func isSymbol(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return SecretKeySymbols.value(byte) < 64
    }

    /// Whether the first bytes are the end of `\n`, `\r`, `\t`, `\0` or of a percent escape.
    private static func beginsInEscape(_ before: UInt8?, _ first: UInt8, _ second: UInt8) -> Bool {
        switch before {
        case UInt8(ascii: "\\"):
            first == UInt8(ascii: "n") || first == UInt8(ascii: "r") || first == UInt8(ascii: "t")
                || first == UInt8(ascii: "0")
        case UInt8(ascii: "%"): isHexDigit(first) && isHexDigit(second)
        default: false
        }
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
            UInt8(ascii: "a")...UInt8(ascii: "f"):
            true
        default: false
        }
    }

    /// Whether `-`, `_` or `.` and then a letter or a digit stand at either end.
    ///
    /// A `-` that begins its line is the mark of a removed line in a patch, and no letter stands before it.
    private static func isJoined(_ window: Span<UInt8>, _ candidate: Range<Int>) -> Bool {
        let low = candidate.lowerBound
        if low >= 2, isJoint(window[low - 1]), isSymbol(window[low - 2]) { return true }
        let high = candidate.upperBound
        return high + 1 < window.count && isJoint(window[high]) && isSymbol(window[high + 1])
    }

    private static func isJoint(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }

    /// Whether the candidate is the only text of its line and the line before ends in a full line of base64.
    ///
    /// A full line: 48…100 symbols, all three large classes among the last 48. Shorter is no
    /// usual width; a longer one is a token of its own, such as a session token above a key.
    private static func endsWrappedBlock(_ window: Span<UInt8>, _ candidate: Range<Int>) -> Bool {
        var start = candidate.lowerBound
        while start > 0, window[start - 1] != UInt8(ascii: "\n") {
            if isSymbol(window[start - 1]) { return false }
            start -= 1
        }
        guard start > 0 else { return false }
        var end = start - 1
        while end > 0, start - end < 8, !isSymbol(window[end - 1]) { end -= 1 }
        var length = 0
        var counts = InlineArray<4, Int>(repeating: 0)
        while end - length > 0 {
            let symbol = SecretKeySymbols.value(window[end - length - 1])
            guard symbol < 64 else { break }
            length += 1
            if length <= 48 { counts[SecretKeySymbols.characterClass(Int(symbol))] += 1 }
        }
        return 48...100 ~= length && counts[0] >= 6 && counts[1] >= 6 && counts[2] >= 1
    }
}
