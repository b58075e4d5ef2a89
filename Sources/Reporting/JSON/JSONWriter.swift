import Blobs

/// Writes JSON into a buffer, member by member, in the order of the calls.
///
/// Not Foundation's `JSONEncoder`: a report of 500,000 findings is written piece by piece, its members stand in the
/// documented order, and a name that is not UTF-8 goes in as bytes. Beyond what RFC 8259 asks for, strings are escaped
/// so that a report shown in a terminal or a CI log does nothing there (`VisibleText`, `##[command]`), and so that one
/// pasted into a web page cannot close a script element.
struct JSONWriter {
    var buffer = OutputBuffer()

    /// Whether the innermost open object or array has a member already. One bit is enough for any depth: whoever
    /// closes a value has thereby written a member of the value around it.
    private var needsComma = false

    mutating func beginObject(_ key: String? = nil) {
        beginValue(key)
        open("{")
    }

    mutating func endObject() { close("}") }

    mutating func beginArray(_ key: String? = nil) {
        beginValue(key)
        open("[")
    }

    mutating func endArray() { close("]") }

    mutating func object(_ key: String? = nil, _ members: (inout JSONWriter) -> Void) {
        beginObject(key)
        members(&self)
        endObject()
    }

    mutating func array(_ key: String? = nil, _ elements: (inout JSONWriter) -> Void) {
        beginArray(key)
        elements(&self)
        endArray()
    }

    mutating func string(_ key: String? = nil, _ value: String) {
        beginValue(key)
        append(string: Array(value.utf8))
    }

    /// Each byte of `utf8` that is not UTF-8 becomes U+FFFD.
    mutating func string(_ key: String? = nil, utf8: [UInt8]) {
        beginValue(key)
        append(string: utf8)
    }

    mutating func strings(_ key: String, _ values: [String]) {
        array(key) { json in
            for value in values { json.string(nil, value) }
        }
    }

    mutating func number(_ key: String, _ value: Int) {
        beginValue(key)
        buffer.append(String(value))
    }

    /// The shortest decimal that reads back as `value`. A value that JSON cannot hold becomes `null`.
    mutating func number(_ key: String, _ value: Float) {
        beginValue(key)
        buffer.append(value.isFinite ? value.description : "null")
    }

    /// A duration with three decimals.
    mutating func milliseconds(_ key: String, ofSeconds value: Double) {
        let thousandths = Int(exactly: (max(0, value) * 1000).rounded()) ?? 0
        let fraction = String(thousandths % 1000)
        beginValue(key)
        buffer.append("\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction)
    }

    mutating func boolean(_ key: String, _ value: Bool) {
        beginValue(key)
        buffer.append(value ? "true" : "false")
    }

    /// Begins the next member on a line of its own, for people who read, and for `diff`.
    mutating func newLine() {
        if needsComma { buffer.append(UInt8(ascii: ",")) }
        needsComma = false
        buffer.append(UInt8(ascii: "\n"))
    }

    /// Ends a document: what follows is another one.
    mutating func endDocument() {
        needsComma = false
        buffer.append(UInt8(ascii: "\n"))
    }

    private mutating func beginValue(_ key: String?) {
        if needsComma { buffer.append(UInt8(ascii: ",")) }
        needsComma = true
        guard let key else { return }
        append(string: Array(key.utf8))
        buffer.append(UInt8(ascii: ":"))
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
        buffer.append(UInt8(ascii: bracket))
        needsComma = false
    }

    private mutating func close(_ bracket: Unicode.Scalar) {
        buffer.append(UInt8(ascii: bracket))
        needsComma = true
    }
}

extension JSONWriter {
    private mutating func append(string utf8: [UInt8]) {
        buffer.append(UInt8(ascii: "\""))
        var previous: Unicode.Scalar = " "
        for piece in UTF8Pieces(utf8) {
            let scalar: Unicode.Scalar =
                switch piece {
                case .scalar(let scalar): scalar
                case .stray: "\u{FFFD}"
                }
            append(scalar, after: previous)
            previous = scalar
        }
        buffer.append(UInt8(ascii: "\""))
    }

    private mutating func append(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) {
        switch scalar {
        case "\"": buffer.append("\\\"")
        case "\\": buffer.append("\\\\")
        case "\n": buffer.append("\\n")
        case "\r": buffer.append("\\r")
        case "\t": buffer.append("\\t")
        case "/" where previous == "<": buffer.append("\\/")
        case "#" where previous == "#": appendEscape(scalar)
        default:
            if !VisibleText.isVisible(scalar) {
                appendEscape(scalar)
            } else if scalar.isASCII {
                buffer.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                buffer.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }

    private mutating func appendEscape(_ scalar: Unicode.Scalar) {
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
            let digits = String(unit, radix: 16)
            buffer.append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
        }
    }
}
