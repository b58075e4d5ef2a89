import SwiftASN1

/// The little of DER (ITU-T X.690) that keys are written and read with.
enum DERText {
    static func sequence(_ items: [UInt8]...) -> [UInt8] { element(0x30, Array(items.joined())) }

    static func octets(_ bytes: [UInt8]) -> [UInt8] { element(0x04, bytes) }

    static func bits(_ bytes: [UInt8]) -> [UInt8] { element(0x03, [0] + bytes) }

    /// An object identifier whose content is encoded already.
    static func identifier(_ content: [UInt8]) -> [UInt8] { element(0x06, content) }

    /// A number that is not negative, from big-endian digits.
    static func integer(_ digits: ArraySlice<UInt8>) -> [UInt8] {
        let trimmed = Array(digits.drop { $0 == 0 })
        return element(0x02, trimmed.first.map { $0 < 0x80 } ?? false ? trimmed : [0] + trimmed)
    }

    private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        var length: [UInt8] = []
        var rest = content.count
        while rest > 0 {
            length.insert(UInt8(truncatingIfNeeded: rest), at: 0)
            rest >>= 8
        }
        let head = content.count < 0x80 ? [UInt8(content.count)] : [0x80 | UInt8(length.count)] + length
        return [tag] + head + content
    }

    /// The value that fills `bytes` to the last one; `nil` if they are no DER. At most 50 levels deep.
    static func parse(_ bytes: ArraySlice<UInt8>) -> ASN1Node? {
        try? DER.parse(bytes)
    }

    /// How many bytes the value at the start of `bytes` takes, header included, whether they are all there or not;
    /// `nil` for an endless or absurd length.
    static func extent(_ bytes: ArraySlice<UInt8>) -> Int? {
        var reader = ByteReader(bytes)
        guard reader.byte() != nil, let first = reader.byte() else { return nil }
        guard first >= 0x80 else { return 2 + Int(first) }
        guard (0x81...0x84).contains(first), let length = reader.number(Int(first & 0x7F)) else { return nil }
        return 2 + Int(first & 0x7F) + length
    }
}

extension ASN1Node {
    /// The parts of a SEQUENCE.
    var fields: [ASN1Node]? {
        guard identifier == .sequence else { return nil }
        return children
    }

    /// The parts of any value that has some.
    var children: [ASN1Node]? {
        guard case .constructed(let nodes) = content else { return nil }
        return Array(nodes)
    }

    /// The parts of a value with this tag, of the context's class.
    func tagged(_ number: UInt) -> [ASN1Node]? {
        identifier == ASN1Identifier(tagWithNumber: number, tagClass: .contextSpecific) ? children : nil
    }

    var primitive: ArraySlice<UInt8>? {
        guard case .primitive(let bytes) = content else { return nil }
        return bytes
    }

    var integer: ArraySlice<UInt8>? { identifier == .integer ? primitive : nil }

    /// The digits of a number above zero, without leading zero bytes.
    var positive: ArraySlice<UInt8>? {
        guard let bytes = integer, let first = bytes.first, first < 0x80 else { return nil }
        let digits = bytes.drop { $0 == 0 }
        return digits.isEmpty ? nil : digits
    }

    var octets: ArraySlice<UInt8>? { identifier == .octetString ? primitive : nil }

    /// The bytes of a BIT STRING that leaves no bit over.
    var bits: ArraySlice<UInt8>? {
        guard identifier == .bitString, let bytes = primitive, bytes.first == 0 else { return nil }
        return bytes.dropFirst()
    }

    var identifierBytes: ArraySlice<UInt8>? { identifier == .objectIdentifier ? primitive : nil }
}
