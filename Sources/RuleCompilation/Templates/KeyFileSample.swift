/// Keys and stores in formats of their own that have the structure of real ones and open nothing: what `{key:putty}`
/// makes. Each key's numbers belong together.
enum KeyFileSample: String, CaseIterable, Hashable, Sendable {
    /// PuTTY, version 3, Ed25519, without a passphrase.
    case putty
    /// PuTTY, version 3, sealed.
    case puttySealed = "putty-sealed"
    case jwkRSA = "jwk-rsa"
    case jwkEC = "jwk-ec"
    case jwkOKP = "jwk-okp"
    /// 32 bytes as `wg genkey` makes them.
    case x25519
    /// In DER, and in BER with open lengths.
    case pkcs12
    case pkcs12BER = "pkcs12-ber"
    case jks
    case jceks
    /// A hidden service's `hs_ed25519_secret_key`.
    case tor
    /// The same 64 bytes in base64.
    case torLine = "tor-line"
    /// DER: PKCS#8 with RSA, and PKCS#1 with 1,024 bits and more.
    case pkcs8, pkcs1
    case pkcs1With2048 = "pkcs1-2048"
    case pkcs1With3072 = "pkcs1-3072"
    case pkcs1With4096 = "pkcs1-4096"
    /// DER: keys on a curve in SEC1, and in PKCS#8, with their points and, as Java writes them, without.
    case sec1P256 = "sec1-p256"
    case sec1P384 = "sec1-p384"
    case sec1P521 = "sec1-p521"
    case sec1Secp256k1 = "sec1-secp256k1"
    case pkcs8P256 = "pkcs8-p256"
    case pkcs8P384 = "pkcs8-p384"
    case pkcs8P521 = "pkcs8-p521"
    case pkcs8Secp256k1 = "pkcs8-secp256k1"
    case pkcs8P256Alone = "pkcs8-p256-alone"
    /// DER: RFC 8410, and with the public half behind.
    case ed25519, ed448, x448
    case x25519DER = "x25519-der"
    case ed25519Pair = "ed25519-pair"
    /// DER: sealed in PKCS#8.
    case sealed
    case minisign
    case minisignSealed = "minisign-sealed"
    case signify
    case dnssec
    case ssh1
    case ssh2
    /// OpenPGP without armour: Ed25519, RSA, and RSA under a passphrase.
    case pgp
    case pgpRSA = "pgp-rsa"
    case pgpSealed = "pgp-sealed"
    /// `private-keys-v1.d` of GnuPG: canonical, and in text.
    case gnupg
    case gnupgSealed = "gnupg-sealed"
    case gnupgText = "gnupg-text"
    case gnupgTextSealed = "gnupg-text-sealed"
    case cosign
    /// A certificate of an EC key or an RSA key, in DER, and in PEM.
    case certificate
    case certificateRSA = "certificate-rsa"
    case certificatePEM = "certificate-pem"
    case publicPEM = "public-pem"
    /// A public key of SSH, in one line.
    case sshPublic = "ssh-public"

    func bytes(using random: inout SeededGenerator) -> [UInt8] {
        switch self {
        case .putty: PuTTYSample.key(using: &random)
        case .puttySealed: PuTTYSample.sealedKey(using: &random)
        case .jwkRSA: JSONKeySample.rsa(using: &random)
        case .jwkEC: JSONKeySample.ellipticCurve(using: &random)
        case .jwkOKP: JSONKeySample.octets(using: &random)
        case .x25519: CurveSample.x25519(using: &random)
        case .pkcs12: KeyStoreSample.pkcs12(using: &random)
        case .pkcs12BER: KeyStoreSample.pkcs12InBER(using: &random)
        case .jks: KeyStoreSample.java(magic: 0xFEED_FEED, using: &random)
        case .jceks: KeyStoreSample.java(magic: 0xCECE_CECE, using: &random)
        case .tor: SmallKeySample.tor(using: &random)
        case .torLine: Array(Base64.padded(CurveSample.x25519(using: &random) + random.bytes(32)).utf8)
        case .pkcs8: KeySample.pkcs8Key(using: &random)
        case .pkcs1: RSASample(using: &random).privateKey
        case .pkcs1With2048: RSASample(bits: 2_048, using: &random).privateKey
        case .pkcs1With3072: RSASample(bits: 3_072, using: &random).privateKey
        case .pkcs1With4096: RSASample(bits: 4_096, using: &random).privateKey
        case .sec1P256: DERKeySample.sec1(.p256, using: &random)
        case .sec1P384: DERKeySample.sec1(.p384, using: &random)
        case .sec1P521: DERKeySample.sec1(.p521, using: &random)
        case .sec1Secp256k1: DERKeySample.sec1(.secp256k1, using: &random)
        case .pkcs8P256: DERKeySample.pkcs8(.p256, using: &random)
        case .pkcs8P384: DERKeySample.pkcs8(.p384, using: &random)
        case .pkcs8P521: DERKeySample.pkcs8(.p521, using: &random)
        case .pkcs8Secp256k1: DERKeySample.pkcs8(.secp256k1, using: &random)
        case .pkcs8P256Alone: DERKeySample.pkcs8(.p256, hasPoint: false, using: &random)
        case .ed25519: DERKeySample.raw(112, length: 32, using: &random)
        case .ed448: DERKeySample.raw(113, length: 57, using: &random)
        case .x448: DERKeySample.raw(111, length: 56, using: &random)
        case .x25519DER: DERKeySample.raw(110, length: 32, using: &random)
        case .ed25519Pair: DERKeySample.ed25519Pair(using: &random)
        case .sealed: KeySample.encryptedKey(using: &random)
        case .minisign: SmallKeySample.minisign(using: &random, isSealed: false)
        case .minisignSealed: SmallKeySample.minisign(using: &random, isSealed: true)
        case .signify: SmallKeySample.signify(using: &random)
        case .dnssec: SmallKeySample.dnssec(using: &random)
        case .ssh1: OldSSHSample.version1(using: &random)
        case .ssh2: OldSSHSample.version2(using: &random)
        case .pgp: PGPSample.key(using: &random)
        case .pgpRSA: PGPRSASample.key(using: &random)
        case .pgpSealed: PGPRSASample.sealedKey(using: &random)
        case .gnupg: GnuPGSample.key(using: &random)
        case .gnupgSealed: GnuPGSample.sealedKey(using: &random)
        case .gnupgText: GnuPGSample.text(using: &random)
        case .gnupgTextSealed: GnuPGSample.sealedText(using: &random)
        case .cosign: SmallKeySample.cosign(using: &random)
        case .certificate: CertificateSample.certificate(using: &random)
        case .certificateRSA: CertificateSample.rsaCertificate(using: &random)
        case .certificatePEM:
            Array(KeySample.pem("CERTIFICATE", CertificateSample.certificate(using: &random)).utf8)
        case .publicPEM: Array(KeySample.pem("PUBLIC KEY", RSASample(using: &random).publicKey).utf8)
        case .sshPublic: OldSSHSample.publicLine(using: &random)
        }
    }
}
