import Findings

/// A macaroon of the Lightning node lnd, in hexadecimal or base64: "Macaroons" in lnd's documentation.
///
/// The identifier is a byte 3 and a message in Protocol Buffers: field 3, repeated, names an entity and the actions
/// on it (go-macaroon-bakery, `bakery/internal/macaroonpb/id.proto`).
///
/// | macaroon | verdict | score | severity at most |
/// |---|---|---|---|
/// | parses, may do more than read | proven | 0.97 | the rule's |
/// | parses, may only read | proven | 0.97 | medium |
/// | does not parse, or of another place | impossible | | |
struct LightningMacaroon: TellingCredential {
    private let permissions: [String]

    init?(_ text: [UInt8]) {
        let bytes = text.isHexadecimal ? Self.bytes(ofHexadecimal: text) : Base64.decodeEither(text[...])
        guard let bytes, let macaroon = Macaroon(bytes), macaroon.location.holds("lnd"),
            macaroon.identifier.first == 3
        else { return nil }
        permissions = Self.permissions(in: macaroon.identifier.dropFirst())
    }

    var judgement: Judgement {
        let onlyReads = !permissions.isEmpty && permissions.allSatisfy { $0.hasSuffix(":read") }
        return Judgement(verdict: .proven, score: 0.97, severityLimit: onlyReads ? .medium : nil)
    }

    var reason: String { "decodes as a macaroon of a Lightning node" }

    var details: DetailList {
        var details = DetailList()
        details.add("permissions", permissions.joined(separator: " "))
        return details
    }

    private static func bytes(ofHexadecimal text: [UInt8]) -> [UInt8]? {
        guard text.count & 1 == 0 else { return nil }
        return stride(from: 0, to: text.count, by: 2).map { place in
            (text[place].hexadecimalDigit ?? 0) << 4 | (text[place + 1].hexadecimalDigit ?? 0)
        }
    }

    /// Such as `offchain:read`.
    private static func permissions(in message: ArraySlice<UInt8>) -> [String] {
        ProtocolBuffer.fields(of: message).filter { $0.number == 3 }.flatMap { field -> [String] in
            let parts = ProtocolBuffer.fields(of: field.bytes)
            let entity = parts.first { $0.number == 1 }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
            return parts.filter { $0.number == 2 }.map { entity + ":" + String(decoding: $0.bytes, as: UTF8.self) }
        }
    }
}
