/// User and password, joined by a colon and spelled in base64. Either may be empty.
struct DecodedLogin {
    let user: ArraySlice<UInt8>
    let password: ArraySlice<UInt8>

    /// `nil` if `text` is no base64, or what it spells has no colon or is not printable.
    init?(_ text: ArraySlice<UInt8>) {
        guard let bytes = Base64.decodeEither(text), let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
            bytes.isPrintable
        else { return nil }
        (user, password) = (bytes[..<colon], bytes[(colon + 1)...])
    }
}
