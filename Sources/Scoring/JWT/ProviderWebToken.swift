import Findings

/// A JSON Web Token that its rule knows by its first bytes: the key of a Supabase project, the token of a Kubernetes
/// service account, an access token of JFrog.
///
/// Judged as `JSONWebToken` is, with 0.02 more where that is proven, so that it is told under the name of its
/// provider and not as any token.
struct ProviderWebToken: TellingCredential {
    private let token: JSONWebToken

    init?(_ text: [UInt8]) {
        guard let token = JSONWebToken(text) else { return nil }
        self.token = token
    }

    var judgement: Judgement {
        var judgement = token.judgement
        guard judgement.verdict == .proven else { return judgement }
        judgement.score += 0.02
        judgement.pairedScore = max(judgement.score, judgement.pairedScore)
        return judgement
    }

    var expiresAt: UTCTime? { token.expiresAt }
    var reason: String { token.reason }
    var details: DetailList { token.details }
}
