/// What the body of an armour turned out to be.
enum PrivateKeyReading: Hashable {
    /// It parses to the last byte, and what can be checked holds.
    case whole(PrivateKey)

    /// Ciphertext of the right size: the header says that a key is sealed in it, and nothing can be checked.
    case sealed(PrivateKey)

    /// It begins as a key and is cut off.
    case fragment

    case notAKey

    /// The fewest bytes that are called a fragment: less than that begins many documents' placeholders.
    private static let shortestFragment = 48

    /// Reads `block` in the format that its label or its first bytes announce.
    init(_ block: PEMBlock) {
        let body = block.body
        let isComplete = block.end == .footer && block.isWholeBase64
        if block.isLabelled("PGP PRIVATE KEY BLOCK") || block.isLabelled("PGP SECRET KEY BLOCK") {
            self = Self.openPGP(block, isComplete: isComplete)
        } else if OpenSSHKey.isOne(body) {
            self = OpenSSHKey.read(body).map { .whole($0) } ?? (isComplete ? .notAKey : Self.fragment(body))
        } else if block.isCiphertext {
            self = Self.sealed(block, isComplete: isComplete)
        } else if let key = DERKey.read(body) {
            self = .whole(key)
        } else if DERKey.beginsKey(body) {
            self = Self.fragment(body)
        } else {
            self = .notAKey
        }
    }

    private static func openPGP(_ block: PEMBlock, isComplete: Bool) -> PrivateKeyReading {
        if let stated = block.checksum, isComplete, OpenPGPKey.checksum(block.body) != stated { return .notAKey }
        guard OpenPGPKey.isOne(block.body) else { return .notAKey }
        if isComplete, let key = OpenPGPKey.read(block.body) { return .whole(key) }
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
        return .sealed(PrivateKey(algorithm, protection: .passphrase))
    }

    private static func fragment(_ body: [UInt8]) -> PrivateKeyReading {
        body.count >= shortestFragment ? .fragment : .notAKey
    }
}
