import Blobs

/// Reads lists of mailboxes (RFC 5322, section 3.4), as people's programs write them.
enum AddressParser {
    /// The longest address and name that are kept, in bytes.
    static let longestText = 320

    /// Calls `body` for each mailbox until it returns `false`. Groups give their members.
    ///
    /// - Complexity: O(n).
    static func forEach(in bytes: Span<UInt8>, _ range: Range<Int>, _ body: (MailAddress) -> Bool) {
        var words: [UInt8] = []
        var comment: [UInt8] = []
        var address: [UInt8]?
        var depth = 0
        var isQuoted = false
        var isAngle = false
        var index = range.lowerBound
        while index <= range.upperBound {
            let byte = index < range.upperBound ? bytes[index] : 0x2C
            let isEnd = index == range.upperBound
            index += 1
            if isQuoted, !isEnd {
                if byte == 0x22 {
                    isQuoted = false
                } else if byte == 0x5C, index < range.upperBound {
                    if words.count < 4 * longestText { words.append(bytes[index]) }
                    index += 1
                } else if byte != 0x0A, words.count < 4 * longestText {
                    words.append(byte)
                }
            } else if depth > 0, !isEnd {
                if byte == 0x29 {
                    depth -= 1
                } else if byte == 0x28 {
                    depth += 1
                } else if comment.count < longestText {
                    comment.append(byte)
                }
            } else if byte == 0x22 {
                isQuoted = true
            } else if byte == 0x28 {
                depth += 1
            } else if byte == 0x3C {
                isAngle = true
                address = []
            } else if byte == 0x3E {
                isAngle = false
            } else if byte == 0x2C && !isAngle || byte == 0x3B && !isAngle || isEnd {
                let goesOn = give(words, comment, address, body)
                if !goesOn { return }
                words.removeAll(keepingCapacity: true)
                comment.removeAll(keepingCapacity: true)
                address = nil
                isAngle = false
            } else if byte == 0x3A, !isAngle, !words.contains(0x40) {
                // The name of a group.
                words.removeAll(keepingCapacity: true)
            } else if isAngle {
                if byte > 0x20, (address?.count ?? 0) < longestText { address?.append(byte) }
            } else if byte != 0x0A, byte != 0x0D, words.count < 4 * longestText {
                words.append(byte)
            }
        }
    }

    private static func give(
        _ words: [UInt8], _ comment: [UInt8], _ address: [UInt8]?, _ body: (MailAddress) -> Bool
    ) -> Bool {
        if var address {
            // A route (RFC 822): `@a,@b:ann@c`.
            if address.first == 0x40, let colon = address.lastIndex(of: 0x3A) { address.removeSubrange(...colon) }
            guard !address.isEmpty else { return true }
            let name = EncodedWords.text(words.span, 0..<words.count, limit: longestText)
            return body(MailAddress(address: String(decoding: address, as: UTF8.self).lowercased(), name: name))
        }
        let bare = words.filter { $0 > 0x20 }.prefix(longestText)
        guard bare.contains(0x40) else { return true }
        let name = EncodedWords.text(comment.span, 0..<comment.count, limit: longestText)
        return body(MailAddress(address: String(decoding: bare, as: UTF8.self).lowercased(), name: name))
    }
}
