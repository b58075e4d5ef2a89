import Blobs

/// The steps of a provenance behind its path, in words.
enum ProvenanceText {
    /// Hexadecimal digits of an object's name that people are shown.
    private static let shownDigits = 12

    /// Whether lines and columns are those of a file's content, and not of a name or the like.
    static func standsInContent(_ provenance: Provenance) -> Bool {
        !provenance.steps.contains { $0 == .name || $0 == .linkTarget || $0 == .gitReference || $0 == .gitReflog }
    }

    /// What a line is of that is none of the file's: `a member`, `a mail message`; `nil` where it is the file's.
    static func container(of provenance: Provenance) -> String? {
        if provenance.mailContainer != nil { return "a mail message" }
        return provenance.hasMember ? "a member" : nil
    }

    /// Such as `in the name of the entry`; `nil` for the plain content of a file.
    static func medium(of provenance: Provenance) -> String? {
        let words = provenance.steps.compactMap { (step) -> String? in
            switch step {
            case .file, .member, .message, .part: nil
            case .standardInput: "on standard input"
            case .name: "in the name of the entry"
            case .linkTarget: "in the target of the symbolic link"
            case .decoded(let encoding): "decoded from \(name(of: encoding))"
            case .gitObject(let kind, let id): "in \(kind) \(id.prefix(shownDigits))"
            case .gitReference: "in the name of the reference"
            case .gitReflog: "in the reflog"
            }
        }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }

    private static func name(of encoding: Encoding) -> String {
        switch encoding {
        case .hexadecimal: "hexadecimal digits"
        case .percent: "percent-encoding"
        case .backslash: "backslash escapes"
        case .htmlEntities: "HTML character references"
        case .quotedPrintable: "quoted-printable text"
        case .joined: "pieces that are joined"
        case .confusables: "signs that look like others"
        case .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian, .base64, .base64URL, .gzip,
            .zlib:
            encoding.rawValue
        }
    }
}
