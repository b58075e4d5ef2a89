import Crypto

/// Writes private keys in OpenSSH's format: Ed25519, from one seed.
struct SSHWriter {
    var type = "ssh-ed25519"
    var cipher = "none"
    var kdf = "none"
    var checks: (UInt32, UInt32) = (0x0102_0304, 0x0102_0304)

    /// A byte of the private part that is another key's; `nil` for none.
    var changedByte: Int?

    static let seed = [UInt8](repeating: 0x5A, count: 32)

    static let half: [UInt8] = {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return [] }
        return Array(key.publicKey.rawRepresentation)
    }()

    func key() -> [UInt8] {
        let publicPart = string(type) + string(Self.half)
        var both = Self.seed + Self.half
        if let changedByte { both[changedByte] ^= 1 }
        var privatePart = word(checks.0) + word(checks.1) + string(type) + string(Self.half)
        privatePart += string(both) + string("test") + [1, 2, 3, 4]
        return Array("openssh-key-v1\0".utf8) + string(cipher) + string(kdf) + string([]) + word(1)
            + string(publicPart) + string(privatePart)
    }

    private func word(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private func string(_ bytes: [UInt8]) -> [UInt8] { word(UInt32(bytes.count)) + bytes }
    private func string(_ text: String) -> [UInt8] { string(Array(text.utf8)) }
}
