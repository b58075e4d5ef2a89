import Findings

/// Judges access key ids. Their shape is no proof, so the best verdict is `plausible`.
///
/// | id | alone | in a pair |
/// |---|---|---|
/// | random, its account decodes | 0.92 | 0.97 |
/// | random, of the generation of `I` and `J` | 0.9 | 0.97 |
/// | random, of a generation that is not known | 0.86 | 0.96 |
/// | random, account with more than twelve digits | 0.78 | 0.93 |
/// | reads as words | 0.3 | 0.85 |
/// | placeholder | 0.05 | 0.1 |
///
/// A temporary id alone opens nothing and expires within 36 hours: 0.08 less. It also is the shape that AWS writes
/// into logs and presigned URLs.
enum AccessKeyIDProof {
    private static let temporaryDiscount: Float = 0.08

    static func judge(_ text: Span<UInt8>, _ secret: Range<Int>) -> Judgement {
        if PublishedExamples.isKeyID(text, secret) {
            return Judgement(verdict: .plausible, score: 0.9, disposition: .documentationExample)
        }
        guard let id = AccessKeyID(text, secret) else { return .impossible }
        switch AccessKeyIDShape(text, from: secret.lowerBound + AccessKeyID.prefixLength) {
        case .placeholder: return Judgement(verdict: .plausible, score: 0.05, pairedScore: 0.1)
        case .wordLike: return Judgement(verdict: .plausible, score: 0.3, pairedScore: 0.85)
        case .random: break
        }
        let (score, pairedScore): (Float, Float) =
            switch id.account {
            case .number: (0.92, 0.97)
            case .olderGeneration: (0.9, 0.97)
            case .unknownGeneration: (0.86, 0.96)
            case .outOfRange: (0.78, 0.93)
            }
        return Judgement(
            verdict: .plausible,
            score: id.kind == .temporary ? score - temporaryDiscount : score,
            pairedScore: pairedScore,
            disposition: disposition(of: id))
    }

    static func facts(_ text: Span<UInt8>, _ secret: Range<Int>) -> (reason: String, details: [Finding.Detail]) {
        guard let id = AccessKeyID(text, secret) else { return ("has the shape of an AWS access key id", []) }
        let clause =
            switch id.account {
            case .number: ", and its account number decodes"
            case .outOfRange: ", but holds no account number"
            case .olderGeneration: " of the generation without an account number"
            case .unknownGeneration: ""
            }
        return ("has the shape of an AWS access key id" + clause, details(of: id))
    }

    /// What `id` tells, also where it stands inside another credential.
    static func details(of id: AccessKeyID) -> [Finding.Detail] {
        var details: [Finding.Detail] = []
        if let account = id.accountNumber { details.append(Finding.Detail(name: "account", value: account)) }
        details.append(Finding.Detail(name: "kind", value: id.kind.rawValue))
        return details
    }

    static func disposition(of id: AccessKeyID) -> Disposition {
        guard case .number(let account) = id.account, CanaryAccounts.contains(account) else { return .report }
        return .canary
    }
}
