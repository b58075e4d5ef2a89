/// The markup of Slack's texts ("Formatting message text" of its documentation): three signs are escaped as in HTML,
/// and links and mentions stand in angle brackets, `<target|label>`.
///
/// The label stands where the sender wrote it: Slack makes links of what looks like one, in the middle of words too.
enum SlackText {
    /// - Parameter links: gets the targets of links that the text does not show, one a line.
    /// - Complexity: O(n).
    static func append(
        _ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout ByteBuffer, links: inout ByteBuffer
    ) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == 0x3C, let end = linkEnd(bytes, index + 1..<range.upperBound) {
                appendLink(bytes, index + 1..<end, into: &output, links: &links)
                index = end + 1
            } else if byte == 0x26 {
                index = appendSign(bytes, index..<range.upperBound, into: &output)
            } else {
                let start = index
                index += 1
                while index < range.upperBound, bytes[index] != 0x3C, bytes[index] != 0x26 { index += 1 }
                output.append(bytes, start..<index)
            }
        }
    }

    /// Where the bracket that closes a link is; `nil` if it is none.
    private static func linkEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var isLink = false
        for index in range {
            switch bytes[index] {
            case 0x3E: return isLink && index > range.lowerBound ? index : nil
            case 0x3C, 0x0A: return nil
            case 0x3A: isLink = true
            case let sign where index == range.lowerBound: isLink = sign == 0x40 || sign == 0x23 || sign == 0x21
            default: break
            }
        }
        return nil
    }

    private static func appendSign(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout ByteBuffer) -> Int {
        for (name, sign) in [("&amp;", UInt8(0x26)), ("&lt;", 0x3C), ("&gt;", 0x3E)]
        where name.utf8.count <= range.count && bytes.hasText(name, at: range.lowerBound) {
            output.append(sign)
            return range.lowerBound + name.utf8.count
        }
        output.append(bytes[range.lowerBound])
        return range.lowerBound + 1
    }

    private static func appendLink(
        _ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout ByteBuffer, links: inout ByteBuffer
    ) {
        let bar = bytes.firstIndex(of: 0x7C, in: range)
        let label = min(bar + 1, range.upperBound)..<range.upperBound
        let first = bytes[range.lowerBound]
        if first == 0x40 || first == 0x23 || first == 0x21 {
            output.append(first)
            let isNamed = !label.isEmpty
            return appendSigns(bytes, isNamed ? label : range.lowerBound + 1..<bar, into: &output)
        }
        guard !label.isEmpty else { return appendSigns(bytes, range.lowerBound..<bar, into: &output) }
        appendSigns(bytes, label, into: &output)
        var target = range.lowerBound
        for scheme in ["mailto:", "http://", "https://", "tel:"] where bytes.hasText(scheme, at: target) {
            target += scheme.utf8.count
            break
        }
        let isShown =
            bar - target == label.count
            && (0..<label.count).allSatisfy {
                bytes[target + $0] == bytes[label.lowerBound + $0]
            }
        guard !isShown else { return }
        appendSigns(bytes, range.lowerBound..<bar, into: &links)
        links.append(0x0A)
    }

    private static func appendSigns(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout ByteBuffer) {
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] == 0x26 {
                index = appendSign(bytes, index..<range.upperBound, into: &output)
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
    }
}
