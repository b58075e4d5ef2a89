/// An encoding of text in code units wider than a byte, as Unicode names them.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case utf32LittleEndian = "utf-32le"
    case utf32BigEndian = "utf-32be"

    /// Bytes of one code unit.
    public var unitWidth: Int {
        switch self {
        case .utf16LittleEndian, .utf16BigEndian: 2
        case .utf32LittleEndian, .utf32BigEndian: 4
        }
    }

    /// Whether the first byte of a code unit is its lowest.
    public var isLittleEndian: Bool {
        switch self {
        case .utf16LittleEndian, .utf32LittleEndian: true
        case .utf16BigEndian, .utf32BigEndian: false
        }
    }
}
