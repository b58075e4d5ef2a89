/// The filters that a stream may have passed (ISO 32000-2, 7.4).
enum StreamFilter {
    case flate
    case lzw
    case ascii85
    case asciiHex
    case runLength

    /// No change: decryption is done before.
    case crypt

    /// The short names are those of inline images. `nil`: it is one of pictures, or unknown.
    init?(_ name: String) {
        switch name {
        case "FlateDecode", "Fl": self = .flate
        case "LZWDecode", "LZW": self = .lzw
        case "ASCII85Decode", "A85": self = .ascii85
        case "ASCIIHexDecode", "AHx": self = .asciiHex
        case "RunLengthDecode", "RL": self = .runLength
        case "Crypt": self = .crypt
        default: return nil
        }
    }
}
