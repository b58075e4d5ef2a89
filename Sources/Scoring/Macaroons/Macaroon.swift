/// A macaroon in the binary format, version 2: rescrv/libmacaroons, `doc/format.txt`.
///
///     0x02  [location] identifier EOS  ( [location] identifier [verifier] EOS )*  EOS  signature
///
/// Each field is its type, its length (both as varints) and its bytes; EOS is a type 0 without either.
struct Macaroon {
    private enum Field {
        static let end: UInt64 = 0
        static let location: UInt64 = 1
        static let identifier: UInt64 = 2
        static let verifier: UInt64 = 4
        static let signature: UInt64 = 6
    }

    struct Caveat {
        let identifier: ArraySlice<UInt8>

        /// Whether somebody else has to say that it holds.
        let isThirdParty: Bool
    }

    /// Empty if it is not stated.
    let location: ArraySlice<UInt8>
    let identifier: ArraySlice<UInt8>
    private(set) var caveats: [Caveat] = []

    /// `nil` unless `bytes` parse to the last one.
    init?(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes[...])
        guard reader.byte() == 2, let head = Self.section(&reader) else { return nil }
        location = head.location
        identifier = head.identifier
        while true {
            var ahead = reader
            guard let type = ahead.byte() else { return nil }
            if UInt64(type) == Field.end {
                reader = ahead
                break
            }
            guard let section = Self.section(&reader) else { return nil }
            caveats.append(Caveat(identifier: section.identifier, isThirdParty: section.hasVerifier))
        }
        guard reader.varint() == Field.signature, Self.counted(&reader)?.count == 32, reader.isAtEnd else { return nil }
    }

    private static func counted(_ reader: inout ByteReader) -> ArraySlice<UInt8>? {
        reader.varint().flatMap { Int(exactly: $0) }.flatMap { reader.take($0) }
    }

    /// Fields in ascending order of their types, the identifier among them, up to EOS.
    private static func section(
        _ reader: inout ByteReader
    ) -> (location: ArraySlice<UInt8>, identifier: ArraySlice<UInt8>, hasVerifier: Bool)? {
        var location: ArraySlice<UInt8> = []
        var identifier: ArraySlice<UInt8>?
        var hasVerifier = false
        var last: UInt64 = 0
        while let type = reader.varint() {
            if type == Field.end { return identifier.map { (location, $0, hasVerifier) } }
            guard type > last, let bytes = counted(&reader) else { return nil }
            last = type
            switch type {
            case Field.location: location = bytes
            case Field.identifier: identifier = bytes
            case Field.verifier: hasVerifier = true
            default: return nil
            }
        }
        return nil
    }
}
