import Checksums

extension Hexadecimal {
    /// The bytes that `digits` spell, in either case; `nil` for an odd count or another character.
    static func bytes(_ digits: some Sequence<UInt8>) -> [UInt8]? {
        decode(Array(digits).span)
    }

    /// In lower case.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: encode(Array(bytes)), as: UTF8.self)
    }
}
