/// A macaroon in the binary format, version 2: rescrv/libmacaroons `doc/format.txt`.
///
/// Fields are a type, a length and so many bytes; a section of fields ends with a zero: location and identifier, then
/// each caveat, then an empty section, then the signature of 32 bytes.
struct Macaroon {
    private(set) var location: [UInt8] = []
    private(set) var identifier: [UInt8] = []

    /// First-party caveats, which limit what it opens.
    private(set) var caveats: [[UInt8]] = []

    private enum FieldType: UInt8 { case end, location, identifier, verification = 4, signature = 6 }

    /// `nil` unless `bytes` are a whole macaroon and nothing else.
    init?(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes[...])
        guard reader.byte() == 2, let head = Self.section(&reader), let identifier = head[.identifier] else {
            return nil
        }
        self.identifier = Array(identifier)
        location = Array(head[.location] ?? [])
        while true {
            guard let caveat = Self.section(&reader) else { return nil }
            guard let condition = caveat[.identifier] else { break }
            caveats.append(Array(condition))
        }
        guard reader.byte() == FieldType.signature.rawValue, reader.varint() == 32, reader.take(32) != nil,
            reader.isAtEnd
        else { return nil }
    }

    private static func section(_ reader: inout ByteReader) -> [FieldType: ArraySlice<UInt8>]? {
        var fields: [FieldType: ArraySlice<UInt8>] = [:]
        while let byte = reader.byte(), let type = FieldType(rawValue: byte), type != .signature {
            if type == .end { return fields }
            guard fields[type] == nil, let length = reader.varint(), length <= UInt64(reader.remaining),
                let content = reader.take(Int(length))
            else { return nil }
            fields[type] = content
        }
        return nil
    }
}
