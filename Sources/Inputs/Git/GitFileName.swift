// The shapes of file names in a git object store. A function is here if only git's own names may pass it.

extension Span<UInt8> {
    func equals(_ text: String) -> Bool {
        count == text.utf8.count && starts(with: text)
    }

    func starts(with text: String) -> Bool {
        guard count >= text.utf8.count else { return false }
        var index = 0
        for byte in text.utf8 {
            guard self[index] == byte else { return false }
            index += 1
        }
        return true
    }

    func isLowercaseHex(in range: Range<Int>) -> Bool {
        for index in range {
            switch self[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): continue
            default: return false
            }
        }
        return true
    }

    /// Whether the range is the hex name of an object, SHA-1 or SHA-256, without its first `missing` digits.
    func isObjectName(in range: Range<Int>, shortBy missing: Int = 0) -> Bool {
        (range.count + missing == 40 || range.count + missing == 64) && isLowercaseHex(in: range)
    }

    /// `sharedindex.<hash>`
    var isSharedIndex: Bool {
        let prefix = "sharedindex."
        return starts(with: prefix) && isObjectName(in: prefix.utf8.count..<count)
    }

    /// `pack-<hash>.<suffix>` and `multi-pack-index[-<hash>.<suffix>]`; `.keep` and `.promisor` are text and give
    /// `nil`.
    var packFileKind: GitStoreKind? {
        if equals("multi-pack-index") { return .multiPackIndex }
        let prefix = starts(with: "pack-") ? 5 : starts(with: "multi-pack-index-") ? 17 : count
        guard let dot = indices.first(where: { self[$0] == UInt8(ascii: ".") }),
            dot > prefix, isObjectName(in: prefix..<dot)
        else { return nil }
        let suffix = extracting(dot...)
        if suffix.equals(".rev") { return .reverseIndex }
        if suffix.equals(".bitmap") { return .bitmap }
        guard prefix == 5 else { return nil }
        if suffix.equals(".pack") { return .pack }
        if suffix.equals(".idx") { return .packIndex }
        return suffix.equals(".mtimes") ? .modificationTimes : nil
    }

    /// `0x<12 hex>-0x<12 hex>-<8 hex>.ref`: first and last update, and something random.
    var isRefTable: Bool {
        guard count == 14 + 1 + 14 + 1 + 8 + 4 else { return false }
        return starts(with: "0x") && isLowercaseHex(in: 2..<14)
            && extracting(14...).starts(with: "-0x") && isLowercaseHex(in: 17..<29)
            && self[29] == UInt8(ascii: "-") && isLowercaseHex(in: 30..<38)
            && extracting(38...).equals(".ref")
    }
}
