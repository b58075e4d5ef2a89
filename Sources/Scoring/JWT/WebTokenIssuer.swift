/// Who issued a JSON Web Token, and what for, as its header and claims say.
struct WebTokenIssuer {
    enum Kind: String {
        case access = "access token"
        case refresh = "refresh token"
        case identity = "ID token"
        case serviceAccount = "service account token"
        case workload = "workload identity token"
        case project = "project API key"
    }

    private(set) var provider: String?
    private(set) var kind: Kind?

    init(_ header: JSONValue, _ claims: JSONValue) {
        kind = Self.statedKind(header, claims)
        guard let issuer = claims["iss"]?.text else { return }
        let host = Self.host(of: issuer)
        for entry in Self.known where entry.matches(issuer, host: host) {
            provider = entry.provider
            kind = entry.kind ?? kind
            break
        }
        if provider == nil, claims["kubernetes.io"]?.isObject == true {
            (provider, kind) = ("Kubernetes", .serviceAccount)
        }
        if provider == nil, issuer.starts(with: "jfrt@".utf8) || issuer.starts(with: "jfac@".utf8) {
            (provider, kind) = ("JFrog", .access)
        }
        if provider == nil, issuer.span.firstIndex(of: "/realms/", in: 0..<issuer.count) != nil {
            provider = "Keycloak"
        }
    }

    /// What the issuers above tell in claims of their own.
    func addDetails(of claims: JSONValue, to details: inout DetailList) {
        switch provider {
        case "GitHub Actions":
            for name in ["repository", "ref", "workflow", "environment", "actor"] {
                details.add(name, claims[name]?.words)
            }
        case "GitLab":
            details.add("project", claims["project_path"]?.words)
            details.add("ref", claims["ref"]?.words)
        case "Kubernetes":
            let bound = claims["kubernetes.io"]
            details.add("namespace", (bound?["namespace"] ?? claims[Self.legacyKubernetes + "namespace"])?.words)
            details.add(
                "account",
                (bound?["serviceaccount"]?["name"] ?? claims[Self.legacyKubernetes + "service-account.name"])?.words)
            details.add("pod", bound?["pod"]?["name"]?.words)
            details.add("secret_name", claims[Self.legacyKubernetes + "secret.name"]?.words)
        case "Supabase":
            details.add("project", claims["ref"]?.words)
        case "Microsoft Entra":
            details.add("application", claims["appid"]?.words)
            details.add("user", (claims["upn"] ?? claims["preferred_username"])?.words)
        default: break
        }
    }

    private static let legacyKubernetes = "kubernetes.io/serviceaccount/"

    /// The kind that the token states itself: RFC 9068 (`at+jwt`), Amazon Cognito (`token_use`), Keycloak (`typ`),
    /// Simple JWT (`token_type`), Flask-JWT-Extended (`type`); a `nonce` or `at_hash` is OpenID Connect's ID token.
    private static func statedKind(_ header: JSONValue, _ claims: JSONValue) -> Kind? {
        let stated = [header["typ"], claims["token_use"], claims["typ"], claims["token_type"], claims["type"]]
        for word in stated.compactMap({ $0?.text }) {
            switch String(decoding: word, as: UTF8.self).lowercased() {
            case "at+jwt", "application/at+jwt", "access", "bearer": return .access
            case "refresh", "offline": return .refresh
            case "id": return .identity
            default: continue
            }
        }
        if claims["at_hash"] != nil || claims["nonce"] != nil { return .identity }
        return claims["scope"] != nil || claims["scp"] != nil ? .access : nil
    }

    /// The host of an `https` URL, in lower case; the whole text for anything else.
    private static func host(of issuer: [UInt8]) -> String {
        let scheme = "https://"
        let rest = issuer.starts(with: scheme.utf8) ? issuer.dropFirst(scheme.utf8.count) : issuer[...]
        return String(decoding: rest.prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self).lowercased()
    }
}
