import Findings
import Rules

/// Judges one match by its rule's proof: a pure function of the window, without clock, network or `String`.
///
/// Access key ids and secret keys, which make up nearly all matches, are judged without allocation. The other proofs
/// allocate once they have something to decode.
public enum Judge {
    /// What is thought of the match.
    ///
    /// - Parameters:
    ///   - match: all that the rule's pattern matched, as a range in `window`.
    ///   - secret: the part of `match` that is the secret.
    ///   - confidence: the rule's score for a match about which no proof says anything. A proof replaces it, or bounds
    ///     its own by it.
    ///   - file: what the path of the blob says.
    ///   - now: when the run began, in seconds since 1970: what has expired by then is worth less.
    /// - Precondition: both ranges lie in `window`.
    /// - Complexity: O(n) in the length of the match.
    public static func judge(
        proof: Proof, window: Span<UInt8>, match: Range<Int>, secret: Range<Int>, confidence: Float,
        file: FileKind = .unknown, now: Int
    ) -> Judgement {
        switch proof {
        case .none: Judgement(verdict: .plausible, score: confidence)
        case .random: PlainProof.judge(window, secret, confidence: confidence)
        case .awsAccessKeyID: AccessKeyIDProof.judge(window, secret)
        case .awsSecretAlone: SecretKeyProof.judge(window, secret, standing: .alone)
        case .awsSecretBesideKeyword: SecretKeyProof.judge(window, secret, standing: .besideKeyword)
        case .awsSecretBehindID: SecretKeyProof.judge(window, secret, standing: .behindID)
        case .awsSessionToken: SessionTokenProof.judge(window, secret, now: now)
        case .awsBedrockKey: BedrockKeyProof.judge(window, secret, now: now)
        case .awsPresignedURL: PresignedURLProof.judge(window, match)
        case .privateKeyPEM, .privateKeyFile, .jsonWebKey, .wireGuardKey, .keyStore:
            PrivateKeyProof.judge(PrivateKeyProof.reading(proof, window, match, secret))
        case .assignedValue:
            AssignedValueProof.judge(window, match: match, secret: secret, confidence: confidence, file: file)
        case .publicHalf: PublicHalfProof.judge(window, match)
        case .bech32Key: CheckedKeyProof.judge(window, secret, .bech32)
        case .base58Key: CheckedKeyProof.judge(window, secret, .base58)
        case .base32Key: CheckedKeyProof.judge(window, secret, .base32)
        case .ed25519Pair: CheckedKeyProof.judge(window, secret, .ed25519Pair)
        case .hexSeed: HexKeyProof.judge(window, secret, .any, confidence: confidence)
        case .secp256k1Key: HexKeyProof.judge(window, secret, .secp256k1, confidence: confidence)
        case .ed25519Scalar: HexKeyProof.judge(window, secret, .ed25519Scalar, confidence: confidence)
        case .mnemonic: MnemonicProof.judge(window, secret)
        case .githubToken: GitHubTokenProof.judge(window, secret, confidence: confidence)
        case .githubFineGrainedToken: GitHubFineGrainedProof.judge(window, secret, confidence: confidence)
        case .gitlabToken: GitLabTokenProof.judge(window, secret, confidence: confidence)
        case .npmToken: CheckedTokenProof.judge(.npm, window, secret, confidence: confidence)
        case .vercelToken: CheckedTokenProof.judge(.vercel, window, secret, confidence: confidence)
        case .grafanaToken: CheckedTokenProof.judge(.grafana, window, secret, confidence: confidence)
        case .atlassianToken: CheckedTokenProof.judge(.atlassian, window, secret, confidence: confidence)
        case .confluentSecret: CheckedTokenProof.judge(.confluent, window, secret, confidence: confidence)
        case .zuploKey: CheckedTokenProof.judge(.zuplo, window, secret, confidence: confidence)
        case .packagistToken: CheckedTokenProof.judge(.packagist, window, secret, confidence: confidence)
        case .azureDevOpsToken: AzureDevOpsTokenProof.judge(window, secret, confidence: confidence)
        case .azureKey: AzureKeyProof.judge(window, secret, confidence: confidence)
        case .azureAnnotatedKey: AzureAnnotatedKeyProof.judge(window, secret, confidence: confidence)
        case .entraSecret: EntraSecretProof.judge(window, secret, confidence: confidence)
        default:
            TellingCredentials.type(for: proof)?.judge(window, match: match, secret: secret, now: now)
                ?? Judgement(verdict: .plausible, score: confidence)
        }
    }
}
