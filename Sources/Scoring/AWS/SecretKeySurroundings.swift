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
        } else if Self.isJoined(window, candidate) {
            weakObjection = .joinedToken
        } else if Self.endsEncodedWord(window, candidate) {
            weakObjection = .encodedWord
        } else if Self.isMessageIdentifier(before, after) {
            weakObjection = .messageIdentifier
        } else if let line = SecretKeyNeighbourLine(before: candidate, in: window) {
            // Beyond any usual width it may be a token of its own: a session token above its key.
            if line.isCertain, line.length <= 100 { objection = .wrappedBase64 } else { weakObjection = .wrappedBase64 }
        } else if let line = SecretKeyNeighbourLine(after: candidate, in: window), line.length <= 100 {
            weakObjection = .wrappedBase64
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

    /// Whether `-`, `_` or `.` stands at either end, and the token goes on beyond it.
    ///
    /// A `-` that begins its line is the mark of a removed line in a patch: nothing stands before it.
    private static func isJoined(_ window: Span<UInt8>, _ candidate: Range<Int>) -> Bool {
        let low = candidate.lowerBound
        if low >= 2, isJoint(window[low - 1]), isSymbol(window[low - 2]) || isJoint(window[low - 2]) { return true }
        let high = candidate.upperBound
        return high + 1 < window.count && isJoint(window[high])
            && (isSymbol(window[high + 1]) || isJoint(window[high + 1]))
    }

    private static func isJoint(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }

    /// Whether `?=` follows, the end of an encoded word (RFC 2047).
    private static func endsEncodedWord(_ window: Span<UInt8>, _ candidate: Range<Int>) -> Bool {
        let high = candidate.upperBound
        return high + 1 < window.count && window[high] == UInt8(ascii: "?") && window[high + 1] == UInt8(ascii: "=")
    }

    /// Whether `@` follows, as in a message id (RFC 5322); after `:` it is a password in an address.
    private static func isMessageIdentifier(_ before: UInt8?, _ after: UInt8?) -> Bool {
        after == UInt8(ascii: "@") && before != nil && before != UInt8(ascii: ":")
    }
}
