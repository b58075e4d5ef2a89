import Blobs

/// A place at which a token is interrupted by something that its reader does not see, or is not meant to read.
struct Seam: Hashable {
    enum Kind: CaseIterable {
        /// The end of a string literal and the start of the next one, or a line that is continued.
        case joined

        /// A soft line break of quoted-printable text.
        case quotedPrintable

        /// A sign without width, or one that looks like a sign of ASCII.
        case confusable

        var encoding: Encoding {
            switch self {
            case .joined: .joined
            case .quotedPrintable: .quotedPrintable
            case .confusable: .confusables
            }
        }
    }

    let kind: Kind

    /// What is taken out of the text, half-open.
    let range: Range<Int>

    /// What stands in its place; `nil` for nothing.
    var replacement: UInt8?

    func shifted(by distance: Int) -> Seam {
        Seam(kind: kind, range: range.shifted(by: distance), replacement: replacement)
    }
}
