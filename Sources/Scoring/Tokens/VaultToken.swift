import Findings

/// A token of HashiCorp Vault: "Tokens" in its documentation names the prefixes.
///
/// Service tokens of servers with several nodes are a signed message in Protocol Buffers, in base64url
/// (hashicorp/vault, `helper/pb/tokens.proto`): 1 is a version, 2 an HMAC of 32 bytes, 3 the token itself.
///
/// | token | verdict | score |
/// |---|---|---|
/// | service or recovery token, its message parses | proven | 0.96 |
/// | any other of a known prefix | plausible | 0.9 |
/// | a placeholder | plausible | 0.1 |
struct VaultToken: TellingCredential {
    private static let kinds = [("hvs.", "service"), ("hvb.", "batch"), ("hvr.", "recovery")]

    private let kind: String
    private let body: ArraySlice<UInt8>

    init?(_ text: [UInt8]) {
        guard let kind = Self.kinds.first(where: { text.hasPrefix($0.0) }) else { return nil }
        self.kind = kind.1
        body = text.dropFirst(kind.0.utf8.count)
    }

    private var isSigned: Bool {
        guard let bytes = Base64.decodeEither(body) else { return false }
        let fields = ProtocolBuffer.fields(of: bytes[...])
        return fields.contains { $0.number == 1 && $0.value == 1 }
            && fields.contains { $0.number == 2 && $0.bytes.count == 32 }
            && fields.contains { $0.number == 3 && !$0.bytes.isEmpty }
    }

    var judgement: Judgement {
        if isSigned { return Judgement(verdict: .proven, score: 0.96) }
        return Judgement(verdict: .plausible, score: Placeholder.isOne(body) ? 0.1 : 0.9)
    }

    var reason: String {
        isSigned ? "decodes as a signed \(kind) token of Vault" : "has the shape of a \(kind) token of Vault"
    }

    var details: DetailList {
        var details = DetailList()
        details.add("kind", kind)
        return details
    }
}
