/// Reads messages in Protocol Buffers encoding (protobuf.dev, "Encoding").
enum ProtocolBuffer {
    struct Field {
        let number: UInt64

        /// Of a varint; 0 for counted bytes.
        let value: UInt64

        /// Of a counted field; empty for a number.
        let bytes: ArraySlice<UInt8>
    }

    /// The fields in the order of the message; none if it does not parse to its end, or holds floating-point numbers.
    static func fields(of message: ArraySlice<UInt8>) -> [Field] {
        var reader = ByteReader(message)
        var fields: [Field] = []
        while !reader.isAtEnd {
            guard let key = reader.varint(), key >> 3 > 0 else { return [] }
            switch key & 7 {
            case 0:
                guard let value = reader.varint() else { return [] }
                fields.append(Field(number: key >> 3, value: value, bytes: []))
            case 2:
                guard let bytes = reader.varint().flatMap({ Int(exactly: $0) }).flatMap({ reader.take($0) }) else {
                    return []
                }
                fields.append(Field(number: key >> 3, value: 0, bytes: bytes))
            default: return []
            }
        }
        return fields
    }
}
