/// Takes the text out of a part of an office document, as its XML comes: OOXML (ECMA-376) and OpenDocument.
///
/// Programs cut what people type into runs, where the spelling was checked or the cursor stood; here the runs of a
/// paragraph are joined. A paragraph, or a row of a table, is a line; cells are apart by tabs.
public struct OfficeText {
    /// Bytes of text that are kept.
    private static let limit = 16 << 20

    /// The text so far.
    public private(set) var text: [UInt8] = []

    /// Whether there was more text than is kept.
    public private(set) var isCut = false

    private enum State {
        case content
        case reference

        /// In a tag: its name while that comes, and the quote that an attribute's value ends with.
        case tag(isNaming: Bool, quote: UInt8)
    }

    private var state = State.content

    /// The name of the tag or of the reference in hand, as far as it is kept.
    private var name: [UInt8] = []
    private var isEmptyElement = false

    private static let longestName = 24

    public init() {}

    /// Whether a file begins as a part of an office document that holds text.
    ///
    /// - Parameter first: its first 1,024 bytes, or all that there are.
    public static func begins(_ first: Span<UInt8>) -> Bool {
        guard first.begins([0x3C]) || first.begins([0xEF, 0xBB, 0xBF, 0x3C]) else { return false }
        for position in 0..<min(first.count, 1024) where first[position] == 0x3C {
            if roots.contains(where: { first.has($0, at: position + 1) }) { return true }
        }
        return false
    }

    private static let roots = [
        "w:document", "w:comments", "w:hdr", "w:ftr", "w:footnotes", "w:endnotes", "p:sld", "p:notes", "p:cmLst", "sst",
        "worksheet", "comments", "office:document",
    ].map { Array($0.utf8) }

    /// Reads on.
    ///
    /// - Complexity: O(n).
    public mutating func take(_ bytes: Span<UInt8>) {
        for index in 0..<bytes.count { take(bytes[index]) }
    }

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .content:
            switch byte {
            case UInt8(ascii: "<"): begin(.tag(isNaming: true, quote: 0))
            case UInt8(ascii: "&"): begin(.reference)
            // Line ends of the XML are none of the text.
            case 0x0A, 0x0D: break
            default: append(byte)
            }
        case .reference:
            if byte == UInt8(ascii: ";") || name.count == Self.longestName {
                endReference()
            } else {
                name.append(byte)
            }
        case .tag(let isNaming, let quote): takeInTag(byte, isNaming: isNaming, quote: quote)
        }
    }

    private mutating func begin(_ next: State) {
        state = next
        name.removeAll(keepingCapacity: true)
        isEmptyElement = false
    }

    private mutating func takeInTag(_ byte: UInt8, isNaming: Bool, quote: UInt8) {
        if quote != 0 {
            if byte == quote { state = .tag(isNaming: false, quote: 0) }
            return
        }
        switch byte {
        case UInt8(ascii: ">"):
            endTag()
            state = .content
        case UInt8(ascii: "\""), UInt8(ascii: "'"): state = .tag(isNaming: false, quote: byte)
        case UInt8(ascii: "/") where !name.isEmpty: isEmptyElement = true
        case 0x20, 0x09, 0x0A, 0x0D: state = .tag(isNaming: false, quote: 0)
        default: if isNaming, name.count < Self.longestName { name.append(byte) }
        }
    }

    private mutating func endTag() {
        let isClosing = name.first == UInt8(ascii: "/")
        let start = name.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? (isClosing ? 1 : 0)
        let local = String(decoding: name[min(start, name.count)...], as: UTF8.self)
        switch (local, isClosing || isEmptyElement) {
        case ("p", true), ("h", true), ("row", true), ("tr", true), ("table-row", true), ("si", true),
            ("comment", true):
            append(0x0A)
        case ("c", true), ("tc", true), ("table-cell", true), ("tab", _): append(0x09)
        case ("br", _), ("cr", _), ("line-break", _): append(0x0A)
        case ("s", true) where !isClosing: append(0x20)
        default: break
        }
    }

    private mutating func endReference() {
        state = .content
        let text = String(decoding: name, as: UTF8.self)
        switch text {
        case "amp": append(UInt8(ascii: "&"))
        case "lt": append(UInt8(ascii: "<"))
        case "gt": append(UInt8(ascii: ">"))
        case "quot": append(UInt8(ascii: "\""))
        case "apos": append(UInt8(ascii: "'"))
        default:
            let number = text.hasPrefix("#x") ? Int(text.dropFirst(2), radix: 16) : Int(text.dropFirst())
            guard text.hasPrefix("#"), let number, let scalar = Unicode.Scalar(UInt32(clamping: number)) else { return }
            for unit in String(Character(scalar)).utf8 { append(unit) }
        }
    }

    private mutating func append(_ byte: UInt8) {
        guard text.count < Self.limit else {
            isCut = true
            return
        }
        text.append(byte)
    }
}
