/// A value in a PDF file (ISO 32000-2, 7.3).
///
/// Names are text, since they are mostly looked up by ones that are known here; bytes that are not UTF-8 are replaced.
enum PDFObject {
    case null
    case boolean(Bool)
    case integer(Int)
    case real(Double)
    case name(String)
    case string(StringObject)
    case array([PDFObject])
    case dictionary([String: PDFObject])

    /// The number of another object. Its generation is left out: no two objects in use share a number.
    case reference(Int)

    var integerValue: Int? {
        switch self {
        case .integer(let value): value
        case .real(let value): Int(exactly: value.rounded(.towardZero))
        default: nil
        }
    }

    /// Finite always.
    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .real(let value): value
        default: nil
        }
    }

    var nameValue: String? {
        if case .name(let value) = self { value } else { nil }
    }

    var stringBytes: [UInt8]? {
        if case .string(let value) = self { value.bytes } else { nil }
    }

    var elements: [PDFObject]? {
        if case .array(let value) = self { value } else { nil }
    }

    var entries: [String: PDFObject]? {
        if case .dictionary(let value) = self { value } else { nil }
    }

    var referenceNumber: Int? {
        if case .reference(let value) = self { value } else { nil }
    }
}
