/// The readable part of an AWS session token: who issued it, where, when, and for which account.
///
/// AWS documents no format. Tokens issued since 2019 are, read from published ones, a byte `!` in front of a message
/// in Protocol Buffers encoding (protobuf.dev, "Encoding"):
///
///     1: "origin_ec"      2: key number       3: region        4: ECDSA signature, in DER
///     5: { 1, 2: numbers  3: account          4: nonce         5: sealed content }
///     6: issued at, in seconds since 1970     7: sealed content
///
/// Older ones (`AQoDYXdz`, `FQoGZXIvYXdz`, `FwoGZXIvYXdz`) begin with another byte and an issuer of "aws" or "er/aws",
/// and tell nothing else.
struct SessionToken {
    private enum WireType {
        static let varint: UInt64 = 0
        static let counted: UInt64 = 2
    }

    private(set) var region: ArraySlice<UInt8>?
    private(set) var account: ArraySlice<UInt8>?
    private(set) var issuedAt: UTCTime?

    /// Every field of the layout above is there, and the last one ends where the token ends.
    private(set) var isWhole = false

    /// `nil` if `bytes` do not begin as a token of any known kind.
    init?(decoded bytes: [UInt8]) {
        var reader = ByteReader(bytes[...])
        guard let version = reader.byte(), reader.byte() == 0x0A, let issuer = Self.counted(&reader) else { return nil }
        if version == UInt8(ascii: "!"), issuer.elementsEqual("origin_ec".utf8) {
            isWhole = readFields(&reader)
        } else {
            guard issuer.elementsEqual("aws".utf8) || issuer.elementsEqual("er/aws".utf8) else { return nil }
        }
    }

    private mutating func readFields(_ reader: inout ByteReader) -> Bool {
        var hasSignature = false
        while !reader.isAtEnd {
            guard let key = reader.varint() else { return false }
            switch (key >> 3, key & 7) {
            case (6, WireType.varint):
                guard let seconds = reader.varint() else { return false }
                issuedAt = Int(exactly: seconds).flatMap { UTCTime(seconds: $0) }
            case (_, WireType.varint):
                guard reader.varint() != nil else { return false }
            case (let number, WireType.counted):
                guard let field = Self.counted(&reader) else { return false }
                switch number {
                case 3: region = Self.isRegion(field) ? field : nil
                case 4: hasSignature = Self.isSignature(field)
                case 5: account = Self.account(in: field)
                default: break
                }
            default: return false
            }
        }
        return hasSignature && region != nil && account != nil && issuedAt != nil
    }

    private static func counted(_ reader: inout ByteReader) -> ArraySlice<UInt8>? {
        reader.varint().flatMap { Int(exactly: $0) }.flatMap { reader.take($0) }
    }

    private static func account(in message: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var reader = ByteReader(message)
        while let key = reader.varint() {
            switch key & 7 {
            case WireType.varint:
                guard reader.varint() != nil else { return nil }
            case WireType.counted:
                guard let field = counted(&reader) else { return nil }
                if key >> 3 == 3 { return field.count == 12 && UTCTime.number(field) != nil ? field : nil }
            default: return nil
            }
        }
        return nil
    }

    /// Such as `eu-west-2`.
    private static func isRegion(_ field: ArraySlice<UInt8>) -> Bool {
        (8...24).contains(field.count)
            && field.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    /// SEQUENCE of two INTEGERs, each of at most 127 bytes: X9.62.
    private static func isSignature(_ field: ArraySlice<UInt8>) -> Bool {
        var reader = ByteReader(field)
        guard reader.byte() == 0x30, let length = reader.byte(), Int(length) == reader.remaining else { return false }
        for _ in 0..<2 {
            guard reader.byte() == 0x02, let count = reader.byte(), reader.take(Int(count)) != nil else { return false }
        }
        return reader.isAtEnd
    }
}
