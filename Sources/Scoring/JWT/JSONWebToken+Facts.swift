import Findings

extension JSONWebToken {
    var reason: String {
        switch seal {
        case .encrypted: return "is an encrypted JSON Web Token: its header decodes"
        case .misfit: return "begins as a JSON Web Token, but its signature has another size than its algorithm gives"
        case .unsigned: return "decodes as a JSON Web Token without a signature (alg none)"
        case .signed:
            guard claims != nil else { return "has the header and signature of a JSON Web Signature" }
            guard let secret else { return "decodes as a signed JSON Web Token" }
            return "decodes as a JSON Web Token, signed with a published development secret (\(secret.source))"
        }
    }

    var details: DetailList {
        var details = DetailList()
        details.add("algorithm", header["alg"]?.words)
        details.add("encryption", header["enc"]?.words)
        guard let claims else { return details }
        let issuer = WebTokenIssuer(header, claims)
        details.add("provider", issuer.provider)
        details.add("kind", issuer.kind?.rawValue)
        details.add("issuer", claims["iss"]?.words)
        details.add("subject", claims["sub"]?.words)
        details.add("audience", claims["aud"]?.words)
        for (name, claim) in Self.told {
            details.add(name, claims[claim]?.words)
        }
        issuer.addDetails(of: claims, to: &details)
        details.add("issued", Self.time(claims["iat"]))
        return details
    }

    /// Claims that are repeated under a name of their own: of RFC 9068, OpenID Connect, and of many issuers.
    private static let told = [
        ("client", "client_id"), ("authorized_party", "azp"), ("role", "role"), ("scope", "scope"), ("scope", "scp"),
        ("roles", "roles"), ("email", "email"), ("organization", "org_id"), ("tenant", "tid"),
    ]
}
