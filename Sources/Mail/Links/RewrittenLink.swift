/// Undoes what mail gateways make of links: Safe Links of Microsoft (learn.microsoft.com, "Safe Links"), and URL
/// Defense of Proofpoint in its three versions (help.proofpoint.com, "How do I decode a rewritten URL?").
enum RewrittenLink {
    /// How often a link may be rewritten.
    private static let mostLayers = 5

    private static let runDigits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Whether a link without its scheme begins with the host of a gateway.
    static func isHost(_ link: [UInt8]) -> Bool {
        let end = link.firstIndex { $0 == 0x2F || $0 == 0x3F } ?? link.count
        let host = String(decoding: link[..<end], as: UTF8.self).lowercased()
        return host.hasSuffix("safelinks.protection.outlook.com") || host.hasSuffix("safelinks.protection.office365.us")
            || host == "urldefense.com" || host == "urldefense.us" || host.hasSuffix("urldefense.proofpoint.com")
    }

    /// Where a link without its scheme led before it was rewritten, as often as it was; `nil` if that cannot be told.
    ///
    /// - Complexity: O(n).
    static func target(of link: [UInt8]) -> [UInt8]? {
        var link = link
        var result: [UInt8]?
        for _ in 0..<mostLayers {
            guard isHost(link), let target = once(link) else { break }
            result = target
            guard let scheme = range(of: "://", in: target) else { break }
            link = Array(target[scheme.upperBound...])
        }
        return result
    }

    private static func once(_ link: [UInt8]) -> [UInt8]? {
        if let start = range(of: "/v3/__", in: link) { return version3(link[start.upperBound...]) }
        if let start = range(of: "/v2/url?", in: link) {
            return parameter("u", in: link[start.upperBound...]).map(version2)
        }
        guard let query = link.firstIndex(of: 0x3F) else { return nil }
        let name = isSafeLink(link) ? "url" : "u"
        return parameter(name, in: link[(query + 1)...]).map(percentDecoded)
    }

    private static func isSafeLink(_ link: [UInt8]) -> Bool {
        range(of: "safelinks", in: link.prefix(100).map(\.lowercasedASCII)) != nil
    }

    private static func range(of text: String, in bytes: [UInt8]) -> Range<Int>? {
        let text = Array(text.utf8)
        guard bytes.count >= text.count else { return nil }
        for start in 0...bytes.count - text.count where bytes[start..<start + text.count].elementsEqual(text) {
            return start..<start + text.count
        }
        return nil
    }

    private static func parameter(_ name: String, in query: ArraySlice<UInt8>) -> [UInt8]? {
        for pair in query.split(separator: 0x26) {
            let pair = pair.starts(with: "amp;".utf8) ? pair.dropFirst(4) : pair
            if pair.starts(with: (name + "=").utf8) { return Array(pair.dropFirst(name.utf8.count + 1)) }
        }
        return nil
    }

    private static func percentDecoded(_ value: [UInt8]) -> [UInt8] { decoded(value, mark: 0x25) }

    /// `-XX` is a byte, `_` a slash.
    private static func version2(_ value: [UInt8]) -> [UInt8] {
        decoded(value.map { $0 == 0x5F ? 0x2F : $0 }, mark: 0x2D)
    }

    private static func decoded(_ value: [UInt8], mark: UInt8) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < value.count {
            if value[index] == mark, index + 2 < value.count, let high = value[index + 1].hexValue,
                let low = value[index + 2].hexValue
            {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(value[index])
                index += 1
            }
        }
        return result.filter { $0 > 0x20 }
    }

    /// `__link__;bytes!!…`: each `*` is the next byte, `**` and a digit several of them.
    private static func version3(_ rest: ArraySlice<UInt8>) -> [UInt8]? {
        let rest = Array(rest)
        guard let end = range(of: "__;", in: rest) else {
            return range(of: "__", in: rest).map { Array(rest[..<$0.lowerBound]) }
        }
        let link = rest[..<end.lowerBound]
        let coded = rest[end.upperBound...].prefix { $0 != 0x21 }.map { byte -> UInt8 in
            byte == 0x2D ? 0x2B : byte == 0x5F ? 0x2F : byte
        }
        var decoder = Base64Decoder()
        var bytes = ByteBuffer()
        var foreign = ByteBuffer()
        decoder.decode(coded.span, 0..<coded.count, into: &bytes, foreign: &foreign)
        decoder.finish(into: &bytes)
        var result: [UInt8] = []
        var next = bytes.start
        var index = 0
        while index < link.count {
            guard link[index] == 0x2A else {
                result.append(link[index])
                index += 1
                continue
            }
            var count = 1
            if index + 2 < link.count, link[index + 1] == 0x2A, let run = runDigits.firstIndex(of: link[index + 2]) {
                count = run + 2
                index += 2
            }
            let stop = min(bytes.end, next + count)
            result.append(contentsOf: stop > next ? bytes.storage[next..<stop] : [0x2A])
            next = stop
            index += 1
        }
        return result.filter { $0 > 0x20 }
    }
}
