/// The ways in which issuers let a token carry its own check.
///
/// A family adds the check to a text: examples of rules are made with it. Proofs compare what stands with what should.
public enum CheckedFamily: String, CaseIterable, Sendable {
    /// `ghp_` and its siblings, and the tokens of npm and Vercel: six base62 digits of the CRC-32 of what follows `_`.
    case github
    /// `github_pat_` 22 `_` 51: eight characters of base32 before the last eight.
    case githubFineGrained = "github-fine-grained"
    /// A prefix, 16 random characters and the lines of a payload, such as `glpat-{alnum:16}o:1`.
    case gitlab
    /// `glsa_` and 32 characters.
    case grafana
    /// An API token up to its `=`, or an app password of Bitbucket without its last eight characters.
    case atlassian
    /// `cflt` and 54 characters.
    case confluent
    /// `zpka_` and 32 characters.
    case zuplo
    /// A prefix and 60 hexadecimal digits.
    case packagist
    /// 52 characters of base32, four bytes of which become the check. The token is in lower case.
    case azureDevOps = "azure-devops"
    /// A key of Azure up to and with its signature, such as `{base64:76}+ASt`.
    case azureKey = "azure-key"
    /// The first 80 characters of a key with `JQQJ99`.
    case azureAnnotatedKey = "azure-annotated-key"
    /// A client secret with `8Q~` without its last three characters.
    case entra

    /// `prefix:hex` as bech32, in the case of the prefix.
    case bech32
    case bech32m
    /// Bytes in hexadecimal, version included, as Base58Check.
    case base58check
    /// The same in the digits of the XRP Ledger.
    case rippleBase58Check = "ripple-base58check"
    /// The same with Avalanche's check.
    case cb58
    /// The same with Antelope's check of a key on the curve K1.
    case antelopeK1 = "antelope-k1"
    /// The same on the curve R1.
    case antelopeR1 = "antelope-r1"
    /// Bytes in hexadecimal, version included, as base32 with a CRC-16 behind them: Stellar, NATS.
    case crc16Base32 = "crc16-base32"
    /// Entropy in hexadecimal as words of BIP-39.
    case bip39
    /// A seed of Ed25519 in hexadecimal, 32 bytes, and its public key behind it.
    case ed25519
    /// The same in base58.
    case ed25519Base58 = "ed25519-base58"
    /// The same in base64.
    case ed25519Base64 = "ed25519-base64"
    /// The same as 64 decimal numbers with commas between.
    case ed25519Numbers = "ed25519-numbers"

    /// Returns `body`, a token without its check, with the check where the family puts it; `nil` if `body` cannot be
    /// the body of such a token.
    public func completed(_ body: [UInt8]) -> [UInt8]? {
        switch self {
        case .bech32: EncodedKey.bech32(body, variant: .bech32)
        case .bech32m: EncodedKey.bech32(body, variant: .bech32m)
        case .base58check: EncodedKey.base58(body, .bitcoin, .doubleSHA256)
        case .rippleBase58Check: EncodedKey.base58(body, .ripple, .doubleSHA256)
        case .cb58: EncodedKey.base58(body, .bitcoin, .singleSHA256)
        case .antelopeK1: EncodedKey.base58(body, .bitcoin, .ripemd160(curve: "K1"))
        case .antelopeR1: EncodedKey.base58(body, .bitcoin, .ripemd160(curve: "R1"))
        case .crc16Base32: EncodedKey.crc16Base32(body)
        case .bip39: EncodedKey.words(body)
        case .ed25519: EncodedKey.pair(body).map(Hexadecimal.encode)
        case .ed25519Base58: EncodedKey.pair(body).map(Base58.bitcoin.encode)
        case .ed25519Base64: EncodedKey.pair(body).map(EncodedKey.base64)
        case .ed25519Numbers: EncodedKey.pair(body).map(EncodedKey.numbers)
        case .github: TrailingCheck.github.completed(body)
        case .githubFineGrained: GitHubFineGrainedCheck.completed(body)
        case .gitlab: GitLabToken.completed(body)
        case .grafana: TrailingCheck.grafana.completed(body)
        case .atlassian: TrailingCheck.atlassian.completed(body)
        case .confluent: TrailingCheck.confluent.completed(body)
        case .zuplo: TrailingCheck.zuplo.completed(body)
        case .packagist: TrailingCheck.packagist.completed(body)
        case .azureDevOps: AzureDevOpsCheck.completed(body)
        case .azureKey: AzureKeyCheck.completed(body)
        case .azureAnnotatedKey: AzureAnnotatedKeyCheck.completed(body)
        case .entra: EntraSecretCheck.completed(body)
        }
    }
}
