/// What the bytes of a key turned out to be.
enum PrivateKeyReading: Hashable {
    /// It parses to the last byte, and what can be checked holds.
    case whole(PrivateKey)

    /// It parses, and nothing in it can be checked, or something that should fit does not.
    case likely(PrivateKey, score: Float)

    /// Ciphertext of the right size: the header says that a key is sealed in it, and nothing can be checked.
    case sealed(PrivateKey)

    /// It begins as a key and is cut off.
    case fragment

    case notAKey

    /// The fewest bytes that are called a fragment: less than that begins many documents' placeholders.
    private static let shortestFragment = 48

    /// A key that parses. One with an objection is likely only.
    init(_ key: PrivateKey?) {
        guard let key else {
            self = .notAKey
            return
        }
        self = key.objection == nil ? .whole(key) : .likely(key, score: 0.6)
    }

    /// Reads `block` in the format that its label or its first bytes announce.
    init(_ block: PEMBlock) {
        let body = block.body
        let isComplete = block.end == .footer && block.isWholeBase64
        if block.isLabelled("PGP PRIVATE KEY BLOCK") || block.isLabelled("PGP SECRET KEY BLOCK") {
            self = Self.openPGP(block, isComplete: isComplete)
        } else if OpenSSHKey.isOne(body) {
            self = OpenSSHKey.read(body).map { .init($0) } ?? (isComplete ? .notAKey : Self.fragment(body))
        } else if block.isCiphertext {
            self = Self.sealed(block, isComplete: isComplete)
        } else if let key = DERKey.read(body) {
            self = .init(key)
        } else if let key = SigstoreKey.read(body) {
            self = .init(key)
        } else if DERKey.beginsKey(body) {
            self = Self.fragment(body)
        } else {
            self = .notAKey
        }
    }

    /// Adds to what is known of the key, if it was read.
    mutating func describe(_ add: (inout PrivateKey) -> Void) {
        switch self {
        case .whole(var key):
            add(&key)
            self = .whole(key)
        case .likely(var key, let score):
            add(&key)
            self = .likely(key, score: score)
        case .sealed(var key):
            add(&key)
            self = .sealed(key)
        case .fragment, .notAKey: break
        }
    }

    /// The key, if it was read.
    var key: PrivateKey? {
        switch self {
        case .whole(let key), .likely(let key, _), .sealed(let key): key
        case .fragment, .notAKey: nil
        }
    }

    private static func openPGP(_ block: PEMBlock, isComplete: Bool) -> PrivateKeyReading {
        if let stated = block.checksum, isComplete, OpenPGPKey.checksum(block.body) != stated { return .notAKey }
        guard OpenPGPKey.isOne(block.body) else { return .notAKey }
        if isComplete, let key = OpenPGPKey.read(block.body) { return .init(key) }
        return isComplete ? .notAKey : fragment(block.body)
    }

    /// RFC 1421 encryption as OpenSSL writes it: whole cipher blocks of 8 or 16 bytes.
    private static func sealed(_ block: PEMBlock, isComplete: Bool) -> PrivateKeyReading {
        guard isComplete else { return fragment(block.body) }
        guard block.body.count >= shortestFragment, block.body.count & 7 == 0 else { return .notAKey }
        let algorithm =
            block.isLabelled("RSA PRIVATE KEY")
            ? "RSA"
            : block.isLabelled("EC PRIVATE KEY") ? "EC" : block.isLabelled("DSA PRIVATE KEY") ? "DSA" : nil
        let cipher = block.cipher.flatMap { KeyText.shown($0) }
        return .sealed(
            PrivateKey(
                algorithm, protection: .passphrase, sealing: cipher.map { KeySealing(cipher: $0, derivation: "MD5") }))
    }

    private static func fragment(_ body: [UInt8]) -> PrivateKeyReading {
        body.count >= shortestFragment ? .fragment : .notAKey
    }
}
