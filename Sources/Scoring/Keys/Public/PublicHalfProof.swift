import Findings

/// Judges certificates and public keys. They are never findings; whether one can be read is found out once it is noted.
///
/// | match | verdict | disposition |
/// |---|---|---|
/// | begins as one | plausible | noted as a public half |
/// | anything else | plausible, score 0 | forgotten |
enum PublicHalfProof {
    /// Allocates nothing: bundles of certificates are long.
    static func judge(_ text: Span<UInt8>, _ match: Range<Int>) -> Judgement {
        Judgement(verdict: .plausible, score: 0, disposition: .publicHalf)
    }
}
