import Checksums

extension Hexadecimal {
    /// The bytes of lower-case digits; `nil` if anything else stands among them, or an odd number of them.
    static func bytes(lowerCase text: some Sequence<UInt8>) -> [UInt8]? {
        text.contains { (UInt8(ascii: "A")...UInt8(ascii: "F")).contains($0) } ? nil : bytes(text)
    }
}
