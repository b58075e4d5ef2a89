import Crypto

/// A public key as SSH sends it: RFC 4253, section 6.6; RFC 5656, section 3.1; RFC 8709, section 4.
struct SSHPublicKey {
    /// The key type: `ssh-rsa`, `ecdsa-sha2-nistp256`.
    let type: ArraySlice<UInt8>

    /// What people call it, and its size where that is a choice; `nil` for a type that is not known here.
    var algorithm: String?
    var bits: Int?

    /// The secret part is in a device: FIDO keys.
    let isOnDevice: Bool

    /// `nil` for a type that is not known here, and for keys of devices, which sign in a way of their own.
    var publicKey: PublicKey?

    private let blob: ArraySlice<UInt8>

    /// `nil` if a length does not fit, or a number is missing.
    init?(_ blob: ArraySlice<UInt8>) {
        var reader = ByteReader(blob)
        guard let type = reader.sshString(), (4...64).contains(type.count), !reader.isAtEnd else { return nil }
        self.blob = blob
        self.type = type
        isOnDevice = type.starts(with: "sk-".utf8)
        guard readNumbers(&reader) else { return nil }
        if isOnDevice { publicKey = nil }
    }

    /// As OpenSSH shows it: `SHA256:` and base64 without padding.
    var fingerprint: String {
        let digits = Base64.encode(Array(SHA256.hash(data: Array(blob))), column: 64)
        return "SHA256:" + String(decoding: digits.prefix(43), as: UTF8.self)
    }

    /// The curve of an ECDSA type, by the size at the end of `ecdsa-sha2-nistp…`.
    static func curve(ofType type: ArraySlice<UInt8>) -> KeyCurve? {
        let name = type.starts(with: "sk-".utf8) ? type.dropFirst(3) : type
        guard name.starts(with: "ecdsa-sha2-nistp".utf8) else { return nil }
        return KeyCurve(named: "P-" + String(decoding: name.dropFirst(16).prefix(3), as: UTF8.self))
    }

    private mutating func readNumbers(_ reader: inout ByteReader) -> Bool {
        let name = isOnDevice ? type.dropFirst(3) : type
        if name.elementsEqual("ssh-rsa".utf8) { return readRSA(&reader) }
        if name.elementsEqual("ssh-dss".utf8) { return readDSA(&reader) }
        if name.starts(with: "ssh-ed25519".utf8) { return readRaw("Ed25519", &reader) }
        if name.starts(with: "ssh-ed448".utf8) { return readRaw("Ed448", &reader) }
        guard let curve = Self.curve(ofType: type) else { return true }
        guard reader.sshString() != nil, let point = reader.sshString(),
            let key = PublicKey.point(curve, point)
        else { return false }
        (algorithm, bits, publicKey) = ("ECDSA " + curve.name, curve.bits, key)
        return true
    }

    private mutating func readRSA(_ reader: inout ByteReader) -> Bool {
        guard let exponent = reader.sshString(), let modulus = reader.sshString(), modulus.count <= 2_049 else {
            return false
        }
        let number = BigNumber(modulus)
        guard number > .one else { return false }
        (algorithm, bits, publicKey) = ("RSA", number.bitCount, .rsa(modulus: modulus, exponent: exponent))
        return true
    }

    private mutating func readDSA(_ reader: inout ByteReader) -> Bool {
        guard let p = reader.sshString(), let q = reader.sshString(), let g = reader.sshString(),
            let y = reader.sshString(), p.count <= 2_049
        else { return false }
        (algorithm, bits, publicKey) = ("DSA", BigNumber(p).bitCount, .dsa(p: p, q: q, g: g, y: y))
        return true
    }

    private mutating func readRaw(_ name: String, _ reader: inout ByteReader) -> Bool {
        guard let bytes = reader.sshString(), let key = PublicKey.raw(name, bytes) else { return false }
        (algorithm, publicKey) = (name, key)
        return true
    }
}
