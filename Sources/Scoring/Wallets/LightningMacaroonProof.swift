import Checksums
import Findings

/// Judges macaroons of a Lightning node: lightningnetwork/lnd `docs/macaroons.md`, in hexadecimal.
///
/// | macaroon | verdict | score |
/// |---|---|---|
/// | reads to its end | proven | 0.95 |
/// | does not | impossible | |
enum LightningMacaroonProof {
    static func judge(_ text: Span<UInt8>, _ secret: Range<Int>) -> Judgement {
        macaroon(text, secret) == nil ? .impossible : Judgement(verdict: .proven, score: 0.95)
    }

    static func facts(_ text: Span<UInt8>, _ secret: Range<Int>) -> (reason: String, details: [Finding.Detail]) {
        guard let macaroon = macaroon(text, secret) else { return ("begins as a macaroon of lnd", []) }
        var details = [
            Finding.Detail(name: "location", value: String(decoding: macaroon.location, as: UTF8.self)),
            Finding.Detail(name: "caveats", value: String(macaroon.caveats.count)),
        ]
        let entities = entities(in: macaroon.identifier)
        if !entities.isEmpty { details.append(Finding.Detail(name: "permissions", value: entities)) }
        return ("reads to its end as a macaroon of lnd", details)
    }

    private static func macaroon(_ text: Span<UInt8>, _ secret: Range<Int>) -> Macaroon? {
        Hexadecimal.decode(text.extracting(secret)).flatMap(Macaroon.init)
            .flatMap { $0.location == Array("lnd".utf8) ? $0 : nil }
    }

    /// What the identifier, a version and a message of Protocol Buffers, grants: `address:read+write`.
    ///
    /// lnd `macaroons/` and go-macaroon-bakery `bakery/internal/macaroonpb/id.proto`: field 3 is an operation, with an
    /// entity and its actions.
    private static func entities(in identifier: [UInt8]) -> String {
        var reader = ByteReader(identifier.dropFirst())
        var operations: [String] = []
        while let field = field(&reader) {
            guard field.number == 3 else { continue }
            var inner = ByteReader(field.content)
            var names: [String] = []
            while let part = self.field(&inner), part.content.allSatisfy({ (0x21...0x7E).contains($0) }) {
                names.append(String(decoding: part.content, as: UTF8.self))
            }
            if let entity = names.first { operations.append(entity + ":" + names.dropFirst().joined(separator: "+")) }
        }
        return operations.joined(separator: " ")
    }

    private static func field(_ reader: inout ByteReader) -> (number: UInt64, content: ArraySlice<UInt8>)? {
        guard let key = reader.varint(), key & 7 == 2, let length = reader.varint(),
            length <= UInt64(reader.remaining), let content = reader.take(Int(length))
        else { return nil }
        return (key >> 3, content)
    }
}
