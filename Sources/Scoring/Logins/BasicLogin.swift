import Findings

/// The credentials of HTTP Basic authentication: base64 of user, colon and password (RFC 7617, section 2).
///
/// | credentials | verdict | score |
/// |---|---|---|
/// | a user and a password of at least 8 bytes and 2 kinds of characters | plausible | 0.8 |
/// | any other password | plausible | 0.6 |
/// | a throwaway password, see `ThrowawayPassword` | plausible | 0.3 |
/// | no base64, no colon, or characters that are not printable | impossible | |
struct BasicLogin: TellingCredential {
    private let login: DecodedLogin

    init?(_ text: [UInt8]) {
        guard let login = DecodedLogin(text[...]), !login.user.isEmpty || !login.password.isEmpty else { return nil }
        self.login = login
    }

    /// Some services take a token as the user, and nothing as the password.
    private var secret: ArraySlice<UInt8> { login.password.isEmpty ? login.user : login.password }

    var judgement: Judgement { Self.judgement(of: secret) }

    static func judgement(of password: some Collection<UInt8>) -> Judgement {
        if ThrowawayPassword.isOne(password) { return Judgement(verdict: .plausible, score: 0.3) }
        let isGood = password.count >= 8 && ThrowawayPassword.kinds(password) >= 2
        return Judgement(verdict: .plausible, score: isGood ? 0.8 : 0.6)
    }

    var reason: String { "decodes to a user and a password" }

    var details: DetailList {
        var details = DetailList()
        if !login.user.isEmpty, !login.password.isEmpty { details.add("user", login.user) }
        return details
    }
}
