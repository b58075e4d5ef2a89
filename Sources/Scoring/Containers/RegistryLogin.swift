import Findings

/// A login in a Docker configuration file: `auth` is base64 of user, colon and password ("docker login", Default
/// behavior), under the name of its registry.
///
/// | login | verdict | score |
/// |---|---|---|
/// | decodes to a user and a password | proven | 0.93 |
/// | the password is a placeholder, or of fewer than 6 bytes | plausible | 0.3 |
/// | no base64, or no colon in it | impossible | |
struct RegistryLogin: TellingCredential {
    static let extent = CredentialExtent.match

    private static let shortestPassword = 6

    private let registry: [UInt8]?
    private let login: DecodedLogin

    init?(_ text: [UInt8]) {
        // The first string names the registry, the last one is the login.
        let strings = text.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        guard strings.count >= 5, let login = strings.dropLast().last.flatMap(DecodedLogin.init),
            !login.user.isEmpty, !login.password.isEmpty
        else { return nil }
        registry = strings[1].isEmpty ? nil : Array(strings[1])
        self.login = login
    }

    var judgement: Judgement {
        let password = login.password
        let isWeak = password.count < Self.shortestPassword || (password.count >= 16 && Placeholder.isOne(password))
        return isWeak ? Judgement(verdict: .plausible, score: 0.3) : Judgement(verdict: .proven, score: 0.93)
    }

    var reason: String { "decodes to a user and a password of a container registry" }

    var details: DetailList {
        var details = DetailList()
        details.add("registry", registry)
        details.add("user", login.user)
        return details
    }
}
