/// Gives the text of RTF, as UTF-8, from pieces that may be cut anywhere.
///
/// For RTF that was made of HTML it gives the HTML: texts of `\*\htmltag`, and what is not between `\htmlrtf` and
/// `\htmlrtf0` ([MS-OXRTFEX] section 3). Two departures: characters beyond ASCII are given as such, not as entities,
/// and bytes of other code pages than Windows-1252 as if they were of it.
///
/// Field instructions, document information, notes, headers and footers count as text. Groups nest without recursion;
/// below 1000 levels a group has the state of its parent.
struct RichTextConverter {
    private enum State {
        case text
        case backslash
        case word
        case number
        case hex
        case binary
    }

    private static let mostLevels = 1000

    /// Destinations without text that a person wrote.
    private static let skipped: Set<String> = [
        "fonttbl", "colortbl", "stylesheet", "pict", "objdata", "themedata", "colorschememapping", "datastore",
        "latentstyles", "listtable", "listoverridetable", "rsidtbl", "generator", "xmlnstbl", "mmathPr", "filetbl",
        "mhtmltag", "blipuid", "panose", "falt", "revtbl", "wgrffmtfilter", "password",
    ]

    /// Destinations marked with `\*` that have text.
    private static let starredTexts: Set<String> = [
        "fldinst", "annotation", "atnauthor", "bkmkstart", "datafield", "formfield", "userprops", "propname", "shppict",
        "shpinst", "company", "manager", "category", "hlinkbase", "txfieldtext", "docvar", "ud", "upr",
    ]

    private let form: RichTextForm
    private var group = RichTextGroup()
    private var groups: [RichTextGroup] = []
    private var deeper = 0
    private var state = State.text
    private var word: [UInt8] = []
    private var digits = 0
    private var digitCount = 0
    private var isNegative = false
    private var isStarred = false

    /// How many characters are left out, or how many bytes are binary.
    private var toSkip = 0
    private var binaryLeft = 0
    private var highSurrogate: UInt16?

    init(form: RichTextForm) { self.form = form }

    /// Appends the text of a piece.
    ///
    /// - Complexity: O(n) in the length of the piece.
    mutating func convert(_ piece: [UInt8], into output: inout [UInt8]) {
        for byte in piece { take(byte, &output) }
    }

    private mutating func take(_ byte: UInt8, _ output: inout [UInt8]) {
        switch state {
        case .text: takeText(byte, &output)
        case .backslash: takeFirst(byte, &output)
        case .word:
            if byte.isASCIILetter, word.count < 32 {
                word.append(byte)
            } else if byte == UInt8(ascii: "-") || byte.isASCIIDigit {
                state = .number
                isNegative = byte == UInt8(ascii: "-")
                (digits, digitCount) = isNegative ? (0, 0) : (Int(byte) - 48, 1)
            } else {
                endWord(hasNumber: false, delimiter: byte, &output)
            }
        case .number:
            if byte.isASCIIDigit, digitCount < 10 {
                digits = digits * 10 + Int(byte) - 48
                digitCount += 1
            } else {
                endWord(hasNumber: digitCount > 0, delimiter: byte, &output)
            }
        case .hex:
            guard let digit = byte.hexDigit else {
                state = .text
                takeText(byte, &output)
                return
            }
            digitCount += 1
            digits = digits * 16 + digit
            guard digitCount == 2 else { return }
            state = .text
            give(CodePage.scalar(UInt8(truncatingIfNeeded: digits)), &output)
        case .binary:
            binaryLeft -= 1
            if binaryLeft <= 0 { state = .text }
        }
    }

    private mutating func takeText(_ byte: UInt8, _ output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "{"):
            isStarred = false
            toSkip = 0
            if groups.count < Self.mostLevels { groups.append(group) } else { deeper += 1 }
        case UInt8(ascii: "}"):
            isStarred = false
            toSkip = 0
            if deeper > 0 { deeper -= 1 } else { group = groups.popLast() ?? RichTextGroup() }
        case UInt8(ascii: "\\"): state = .backslash
        case 10, 13, 0: break
        default: give(byte < 0x80 ? Unicode.Scalar(byte) : CodePage.scalar(byte), &output)
        }
    }

    /// The byte behind a backslash.
    private mutating func takeFirst(_ byte: UInt8, _ output: inout [UInt8]) {
        state = .text
        switch byte {
        case UInt8(ascii: "'"):
            state = .hex
            (digits, digitCount) = (0, 0)
        case UInt8(ascii: "*"): isStarred = true
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): give(Unicode.Scalar(byte), &output)
        case UInt8(ascii: "~"): give(" ", &output)
        case UInt8(ascii: "_"): give("-", &output)
        case 10, 13: give("\n", &output)
        default:
            guard byte.isASCIILetter else { return }
            state = .word
            word = [byte]
        }
    }

    private mutating func endWord(hasNumber: Bool, delimiter: UInt8, _ output: inout [UInt8]) {
        state = .text
        let name = String(decoding: word, as: UTF8.self)
        let number = hasNumber ? (isNegative ? -digits : digits) : nil
        apply(name, number, &output)
        isStarred = false
        if state == .binary {
            // The space behind `\bin` is no byte of it.
            if delimiter != UInt8(ascii: " ") { take(delimiter, &output) }
        } else if delimiter != UInt8(ascii: " ") {
            takeText(delimiter, &output)
        }
    }

    private mutating func apply(_ name: String, _ number: Int?, _ output: inout [UInt8]) {
        if isStarred {
            group.isTag = name == "htmltag" && form == .html
            if !group.isTag, !Self.starredTexts.contains(name) { group.isSkipped = true }
            return
        }
        if let character = RichTextCharacter.named(name) {
            give(character, &output)
            return
        }
        switch name {
        case "u": giveUnit(UInt16(truncatingIfNeeded: number ?? 0xFFFD), &output)
        case "uc": group.alternatives = min(max(0, number ?? 1), 64)
        case "htmlrtf": group.isStandIn = number != 0
        case "bin":
            binaryLeft = number ?? 0
            if binaryLeft > 0 { state = .binary }
        default: if Self.skipped.contains(name) { group.isSkipped = true }
        }
    }

    /// A unit of UTF-16; what follows in its place is left out.
    private mutating func giveUnit(_ unit: UInt16, _ output: inout [UInt8]) {
        toSkip = 0
        if UTF16.isLeadSurrogate(unit) {
            highSurrogate = unit
        } else if UTF16.isTrailSurrogate(unit), let high = highSurrogate {
            let value = 0x10000 + (UInt32(high) & 0x3FF) << 10 + UInt32(unit) & 0x3FF
            give(Unicode.Scalar(value) ?? "\u{FFFD}", &output)
            highSurrogate = nil
        } else {
            give(Unicode.Scalar(unit) ?? "\u{FFFD}", &output)
        }
        toSkip = group.alternatives
    }

    private mutating func give(_ scalar: Unicode.Scalar, _ output: inout [UInt8]) {
        if toSkip > 0 {
            toSkip -= 1
            return
        }
        guard !group.isSkipped, !(form == .html && group.isStandIn && !group.isTag) else { return }
        if scalar.isASCII {
            output.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}
