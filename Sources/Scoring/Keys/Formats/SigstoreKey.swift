/// Sealed keys of cosign and its relatives: JSON in PEM, as sigstore/sigstore `pkg/cryptoutils` and
/// go-securesystemslib `encrypted` write it.
///
///     {"kdf":{"name":"scrypt",…},"cipher":{"name":"nacl/secretbox",…},"ciphertext":"…"}
enum SigstoreKey {
    /// A secretbox with the nonce in it, and an EC key inside: base64 of 100 bytes and more.
    private static let shortestCiphertext = 100

    static func read(_ body: [UInt8]) -> PrivateKey? {
        guard body.first == UInt8(ascii: "{"), let box = JSONReader.object(body[...]),
            let ciphertext = box["ciphertext"]?.text, ciphertext.count >= shortestCiphertext,
            let kdf = box["kdf"]?["name"]?.text, let cipher = box["cipher"]?["name"]?.text
        else { return nil }
        let sealing = KeySealing(cipher: KeyText.shown(cipher), derivation: KeyText.shown(kdf))
        return PrivateKey(nil, protection: .passphrase, sealing: sealing)
    }
}
