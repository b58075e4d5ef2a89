/// Keys as their issuers write them, made from bytes in hexadecimal: what `CheckedFamily` offers for examples.
enum EncodedKey {
    /// - Parameter body: `prefix:hex`.
    static func bech32(_ body: [UInt8], variant: Bech32.Variant) -> [UInt8]? {
        guard let colon = body.firstIndex(of: UInt8(ascii: ":")), colon > 0,
            let payload = Hexadecimal.decode(Array(body[(colon + 1)...]).span)
        else { return nil }
        return Bech32.encode(prefix: Array(body[..<colon]), payload: payload, variant: variant)
    }

    static func base58(_ body: [UInt8], _ digits: Base58, _ check: Base58Check) -> [UInt8]? {
        Hexadecimal.decode(body.span).map { digits.encode(check.completed($0)) }
    }

    static func crc16Base32(_ body: [UInt8]) -> [UInt8]? {
        guard let payload = Hexadecimal.decode(body.span) else { return nil }
        let check = CRC16.checksum(of: payload.span)
        return Base32.encode(payload + [UInt8(check & 255), UInt8(check >> 8)])
    }

    static func words(_ body: [UInt8]) -> [UInt8]? {
        Hexadecimal.decode(body.span).flatMap(BIP39.words).map { Array($0.joined(separator: [UInt8(ascii: " ")])) }
    }

    /// A seed and its public key.
    static func pair(_ body: [UInt8]) -> [UInt8]? {
        guard let seed = Hexadecimal.decode(body.span), let publicKey = Ed25519.publicKey(of: seed) else { return nil }
        return seed + publicKey
    }

    static func numbers(_ bytes: [UInt8]) -> [UInt8] {
        Array(bytes.map(String.init).joined(separator: ",").utf8)
    }

    /// Base64 of RFC 4648, section 4, padded.
    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let padding = [UInt8](repeating: UInt8(ascii: "="), count: (3 - bytes.count % 3) % 3)
        return BitGroups.padded(bytes, from: 8, to: 6).map { alphabet[Int($0)] } + padding
    }
}
