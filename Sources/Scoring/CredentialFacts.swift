import Findings
import Rules

/// What a report says about a credential that was found, and what the credential is without its spelling.
///
/// Called for findings only, so it may allocate.
public enum CredentialFacts {
    /// Why it was found, as one clause without any part of the secret, and the facts that it tells about itself.
    ///
    /// - Parameters:
    ///   - secret: the secret as it stands in the text.
    ///   - match: all that the rule's pattern matched.
    ///   - now: when the run began, in seconds since 1970.
    public static func facts(
        proof: Proof, secret: [UInt8], match: [UInt8], now: Int
    ) -> (reason: String, details: [Finding.Detail]) {
        let (text, whole) = (secret.span, 0..<secret.count)
        switch proof {
        case .none, .random: return ("matches the rule's pattern", [])
        case .awsAccessKeyID: return AccessKeyIDProof.facts(text, whole)
        case .awsSecretAlone: return (SecretKeyProof.reason(standing: .alone), [])
        case .awsSecretBesideKeyword: return (SecretKeyProof.reason(standing: .besideKeyword), [])
        case .awsSecretBehindID: return (SecretKeyProof.reason(standing: .behindID), [])
        case .awsSessionToken: return SessionTokenProof.facts(text, whole)
        case .awsBedrockKey: return BedrockKeyProof.facts(text, whole)
        case .awsPresignedURL: return PresignedURLProof.facts(match.span, 0..<match.count)
        case .privateKeyPEM, .privateKeyFile, .jsonWebKey, .wireGuardKey, .keyStore:
            return PrivateKeyFacts.facts(reading(proof: proof, secret: secret, match: match))
        case .assignedValue: return (AssignedValueProof.reason(secret), [])
        case .publicHalf: return ("is a public key", [])
        case .bech32Key: return CheckedKeyProof.facts(text, whole, .bech32)
        case .base58Key: return CheckedKeyProof.facts(text, whole, .base58)
        case .base32Key: return CheckedKeyProof.facts(text, whole, .base32)
        case .ed25519Pair: return CheckedKeyProof.facts(text, whole, .ed25519Pair)
        case .hexSeed: return (HexKeyProof.reason(.any), [])
        case .secp256k1Key: return (HexKeyProof.reason(.secp256k1), [])
        case .ed25519Scalar: return (HexKeyProof.reason(.ed25519Scalar), [])
        case .mnemonic: return MnemonicProof.facts(text, whole)
        case .githubToken: return GitHubTokenProof.facts(text, secret)
        case .githubFineGrainedToken: return GitHubFineGrainedProof.facts(text)
        case .gitlabToken: return GitLabTokenProof.facts(text)
        case .npmToken: return CheckedTokenProof.facts(.npm, secret)
        case .vercelToken: return CheckedTokenProof.facts(.vercel, secret)
        case .grafanaToken: return CheckedTokenProof.facts(.grafana, secret)
        case .atlassianToken: return CheckedTokenProof.facts(.atlassian, secret)
        case .confluentSecret: return CheckedTokenProof.facts(.confluent, secret)
        case .zuploKey: return CheckedTokenProof.facts(.zuplo, secret)
        case .packagistToken: return CheckedTokenProof.facts(.packagist, secret)
        case .azureDevOpsToken: return AzureDevOpsTokenProof.facts(text)
        case .azureKey: return AzureKeyProof.facts(secret)
        case .azureAnnotatedKey: return AzureAnnotatedKeyProof.facts(text)
        case .entraSecret: return EntraSecretProof.facts(text, whole)
        default:
            return TellingCredentials.type(for: proof)?.facts(secret: secret, match: match, now: now)
                ?? ("matches the rule's pattern", [])
        }
    }

    /// The public half of a private key, where the key holds it or it follows from the secret.
    public static func publicKey(proof: Proof, secret: [UInt8], match: [UInt8]) -> PublicKeyDigest? {
        switch proof {
        case .privateKeyPEM, .privateKeyFile, .jsonWebKey, .wireGuardKey, .keyStore:
            reading(proof: proof, secret: secret, match: match).key?.publicKey?.digest
        case .googleServiceAccount: ServiceAccountKey(undone(match))?.reading.key?.publicKey?.digest
        case .kubernetesClientKey: KubernetesClientKey(undone(match))?.reading.key?.publicKey?.digest
        default: nil
        }
    }

    private static func undone(_ match: [UInt8]) -> [UInt8] {
        SpelledText.undone(match.span, 0..<match.count, percent: .kept)
    }

    /// - Parameter secret: stands somewhere in `match`.
    private static func reading(proof: Proof, secret: [UInt8], match: [UInt8]) -> PrivateKeyReading {
        let place = match.indices.first { match[$0...].starts(with: secret) } ?? 0
        let range = place..<min(match.count, place + secret.count)
        return PrivateKeyProof.reading(proof, match.span, 0..<match.count, range)
    }

    /// The credential's value as it is used: escapes undone, and a key's armour in one canonical form. Two spellings
    /// of one secret give the same bytes; a secret that cannot be read is returned as it is.
    public static func normalised(proof: Proof, secret: [UInt8]) -> [UInt8] {
        let (text, whole) = (secret.span, 0..<secret.count)
        switch proof {
        case .none, .random, .awsAccessKeyID, .githubToken, .githubFineGrainedToken, .gitlabToken, .npmToken,
            .vercelToken, .grafanaToken, .zuploKey, .packagistToken, .azureDevOpsToken, .azureAnnotatedKey,
            .wireGuardKey, .keyStore, .publicHalf:
            return secret
        case .awsSecretAlone, .awsSecretBesideKeyword, .awsSecretBehindID, .awsSessionToken, .awsBedrockKey,
            .atlassianToken, .confluentSecret, .azureKey, .entraSecret, .jsonWebKey, .assignedValue:
            return SpelledText.undone(text, whole)
        case .awsPresignedURL: return SpelledText.undone(text, whole, percent: .kept)
        case .privateKeyPEM: return PEMBlock(text, whole)?.canonical ?? secret
        // Only text has escapes; a byte of a binary key may look like one.
        case .privateKeyFile:
            return secret.allSatisfy { $0 < 0x80 } ? SpelledText.undone(text, whole, percent: .kept) : secret
        case .bech32Key, .base58Key, .base32Key, .ed25519Pair: return SpelledText.undone(text, whole)
        case .hexSeed, .secp256k1Key, .ed25519Scalar: return HexKeyProof.digits(text, whole)
        case .mnemonic: return MnemonicProof.normalised(text, whole)
        default: return TellingCredentials.type(for: proof)?.normalised(secret) ?? secret
        }
    }
}
