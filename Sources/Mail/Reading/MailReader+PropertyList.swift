import Blobs

/// The property list behind a message of Apple Mail, in XML or binary.
extension MailReader {
    /// How many bytes tell it.
    private static let markLength = 8

    /// Where in the window the message ends, if the list is where the first line says.
    var statedEndInWindow: Int? {
        guard let statedEnd, statedEnd >= window.offset, statedEnd <= window.base + window.end - Self.markLength else {
            return nil
        }
        return isMark(at: statedEnd - window.base) ? statedEnd - window.base : nil
    }

    /// Whether the list begins here. Messages may hold property lists too: only the last one is it.
    func isPropertyList(at start: Int) -> Bool {
        guard isMark(at: start) else { return false }
        if window.base + start == statedEnd { return true }
        // The stated length is wrong, or this is not the list yet.
        guard window.isAtEnd, statedEndInWindow == nil else { return false }
        let held = window.bytes
        let bytes = held.span
        var index = start
        while index < window.end {
            index = bytes.firstIndex(of: 0x0A, in: index..<window.end) + 1
            if isMark(at: index) { return false }
        }
        return isWhole(start..<window.end)
    }

    private func isMark(at start: Int) -> Bool {
        guard start + Self.markLength <= window.end else { return false }
        let held = window.bytes
        let bytes = held.span
        return bytes.hasText("<?xml", at: start) || bytes.hasText("bplist00", at: start)
    }

    /// Whether what begins like a list ends like one.
    private func isWhole(_ range: Range<Int>) -> Bool {
        let held = window.bytes
        let bytes = held.span
        var end = range.upperBound
        if bytes[range.lowerBound] != 0x3C {
            // The trailer: the sizes of offsets and of references, and where the table of offsets is.
            guard range.count > 40, (1...8).contains(bytes[end - 26]), (1...8).contains(bytes[end - 25]) else {
                return false
            }
            let table = (end - 8..<end).reduce(UInt64(0)) { $0 << 8 | UInt64(bytes[$1]) }
            return table >= 8 && table <= UInt64(range.count - 32)
        }
        while end > range.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
        return end - 8 > range.lowerBound && bytes.hasText("</plist>", at: end - 8)
    }
}
