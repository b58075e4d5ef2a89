/// The private numbers of an OpenSSH key behind its type, in the order of openssh/openssh-portable `PROTOCOL.agent`.
enum SSHPrivateNumbers {
    /// The key that they make, or `nil` if they do not belong together or the type is not known here.
    static func read(_ type: ArraySlice<UInt8>, _ reader: inout ByteReader) -> PrivateKey? {
        if type.elementsEqual("ssh-rsa".utf8) { return rsa(&reader) }
        if type.elementsEqual("ssh-dss".utf8) { return dsa(&reader) }
        if type.elementsEqual("ssh-ed25519".utf8) { return edwards("Ed25519", length: 32, &reader) }
        if type.elementsEqual("ssh-ed448".utf8) { return edwards("Ed448", length: 57, &reader) }
        guard let curve = SSHPublicKey.curve(ofType: type), reader.sshString() != nil,
            let point = reader.sshString(), let secret = reader.sshString()
        else { return nil }
        return PrivateKey(curve, secret: secret, point: point)
    }

    /// n, e, d, q⁻¹ mod p, p, q.
    private static func rsa(_ reader: inout ByteReader) -> PrivateKey? {
        guard let n = reader.sshString(), let e = reader.sshString(), let d = reader.sshString(),
            reader.sshString() != nil, let p = reader.sshString(), let q = reader.sshString()
        else { return nil }
        return PrivateKey(RSANumbers(modulus: n, publicExponent: e, privateExponent: d, p: p, q: q))
    }

    /// p, q, g, y, x.
    private static func dsa(_ reader: inout ByteReader) -> PrivateKey? {
        guard let p = reader.sshString(), let q = reader.sshString(), let g = reader.sshString(),
            let y = reader.sshString(), let x = reader.sshString()
        else { return nil }
        return PrivateKey(DSANumbers(p: p, q: q, g: g, y: y, x: x))
    }

    /// The public half, then the seed with the public half behind it.
    private static func edwards(_ name: String, length: Int, _ reader: inout ByteReader) -> PrivateKey? {
        guard let half = reader.sshString(), let both = reader.sshString(), both.count == 2 * length,
            both.suffix(length).elementsEqual(half)
        else { return nil }
        return PrivateKey(name, seed: both.prefix(length), publicBytes: half)
    }
}
