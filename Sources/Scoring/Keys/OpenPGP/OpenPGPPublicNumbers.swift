/// The public numbers of an OpenPGP key: RFC 9580, section 5.5.5.
struct OpenPGPPublicNumbers {
    private enum Form {
        case rsa(modulus: ArraySlice<UInt8>, exponent: ArraySlice<UInt8>)
        case dsa(p: ArraySlice<UInt8>, q: ArraySlice<UInt8>, g: ArraySlice<UInt8>, y: ArraySlice<UInt8>)
        case curve(KeyCurve, point: ArraySlice<UInt8>)
        /// A key of RFC 8410; `isReversed` for GnuPG's older Curve25519, whose secret is written backwards.
        case raw(String, ArraySlice<UInt8>, isReversed: Bool)
        case other
    }

    let algorithm: String
    var bits: Int?
    private let form: Form

    private init(_ algorithm: String, bits: Int? = nil, _ form: Form) {
        self.algorithm = algorithm
        self.bits = bits
        self.form = form
    }

    /// Reads the numbers of a key of this algorithm; `nil` if they do not parse or the algorithm is not known.
    static func read(_ algorithm: UInt8, _ reader: inout ByteReader) -> OpenPGPPublicNumbers? {
        switch algorithm {
        case 1, 2, 3:
            guard let numbers = numbers(2, &reader) else { return nil }
            return OpenPGPPublicNumbers(
                "RSA", bits: BigNumber(numbers[0]).bitCount, .rsa(modulus: numbers[0], exponent: numbers[1]))
        case 16, 20:
            return numbers(3, &reader).map {
                OpenPGPPublicNumbers("Elgamal", bits: BigNumber($0[0]).bitCount, .other)
            }
        case 17:
            guard let numbers = numbers(4, &reader) else { return nil }
            return OpenPGPPublicNumbers(
                "DSA", bits: BigNumber(numbers[0]).bitCount,
                .dsa(p: numbers[0], q: numbers[1], g: numbers[2], y: numbers[3]))
        case 18, 19, 22: return onCurve(algorithm, &reader)
        case 25: return raw("X25519", count: 32, &reader)
        case 26: return raw("X448", count: 56, &reader)
        case 27: return raw("Ed25519", count: 32, &reader)
        case 28: return raw("Ed448", count: 57, &reader)
        default: return nil
        }
    }

    var publicKey: PublicKey? {
        switch form {
        case .rsa(let modulus, let exponent): .rsa(modulus: modulus, exponent: exponent)
        case .dsa(let p, let q, let g, let y): .dsa(p: p, q: q, g: g, y: y)
        case .curve(let curve, let point): .point(curve, point)
        case .raw(let name, let bytes, _): .raw(name, bytes)
        case .other: nil
        }
    }

    /// The whole key with the secret numbers beside it, under the name that it has in OpenPGP; `nil` if they do not
    /// parse, or do not belong to the public half.
    func privateKey(_ secret: ArraySlice<UInt8>) -> PrivateKey? {
        var reader = ByteReader(secret)
        guard var key = privateKey(&reader), key.publicKey == nil || publicKey == nil || key.publicKey == publicKey
        else { return nil }
        (key.algorithm, key.bits) = (algorithm, bits)
        return key
    }

    private func privateKey(_ reader: inout ByteReader) -> PrivateKey? {
        switch form {
        case .rsa(let modulus, let exponent):
            // d, p, q, p⁻¹ mod q.
            guard let numbers = Self.numbers(4, &reader) else { return nil }
            return PrivateKey(
                RSANumbers(
                    modulus: modulus, publicExponent: exponent, privateExponent: numbers[0], p: numbers[1],
                    q: numbers[2]))
        case .dsa(let p, let q, let g, let y):
            guard let x = Self.number(&reader) else { return nil }
            return PrivateKey(DSANumbers(p: p, q: q, g: g, y: y, x: x))
        case .curve(let curve, let point):
            guard let secret = Self.number(&reader) else { return nil }
            return PrivateKey(curve, secret: secret, point: point)
        case .raw(let name, let bytes, let isReversed):
            return rawKey(name, bytes, isReversed: isReversed, &reader)
        case .other: return Self.number(&reader).map { _ in PrivateKey(algorithm) }
        }
    }

    /// Numbers lose their leading zeros; the keys of RFC 9580's own algorithms are plain bytes.
    private func rawKey(
        _ name: String, _ half: ArraySlice<UInt8>, isReversed: Bool, _ reader: inout ByteReader
    ) -> PrivateKey? {
        let isNumber = bits != nil
        guard let secret = isNumber ? Self.number(&reader) : reader.take(half.count), secret.count <= half.count
        else { return nil }
        let padded = [UInt8](repeating: 0, count: half.count - secret.count) + secret
        return PrivateKey(name, seed: isReversed ? padded.reversed()[...] : padded[...], publicBytes: half)
    }

    private static func raw(_ name: String, count: Int, _ reader: inout ByteReader) -> OpenPGPPublicNumbers? {
        reader.take(count).map { OpenPGPPublicNumbers(name, .raw(name, $0, isReversed: false)) }
    }

    private static func onCurve(_ algorithm: UInt8, _ reader: inout ByteReader) -> OpenPGPPublicNumbers? {
        guard let length = reader.byte(), (1...0xFE).contains(length), let identifier = reader.take(Int(length)),
            let point = number(&reader)
        else { return nil }
        let keyAgreement: UInt8 = 18
        if algorithm == keyAgreement {
            guard let parameters = reader.byte(), reader.take(Int(parameters)) != nil else { return nil }
        }
        guard let curve = KeyCurve(identifier: identifier) else { return OpenPGPPublicNumbers("EC", .other) }
        // GnuPG writes 0x40 in front of the bytes of these two.
        let native = point.first == 0x40 && point.count == 33
        switch curve.name {
        case "Ed25519" where native:
            return OpenPGPPublicNumbers(
                curve.name, bits: curve.bits, .raw("Ed25519", point.dropFirst(), isReversed: false))
        case "Curve25519" where native:
            return OpenPGPPublicNumbers(
                curve.name, bits: curve.bits, .raw("X25519", point.dropFirst(), isReversed: true))
        default:
            return OpenPGPPublicNumbers(
                curve.name, bits: curve.bits, curve.order.isEmpty ? .other : .curve(curve, point: point))
        }
    }

    private static func numbers(_ count: Int, _ reader: inout ByteReader) -> [ArraySlice<UInt8>]? {
        var numbers: [ArraySlice<UInt8>] = []
        for _ in 0..<count {
            guard let number = number(&reader) else { return nil }
            numbers.append(number)
        }
        return numbers
    }

    /// A number behind its length in bits: RFC 9580, section 3.2.
    private static func number(_ reader: inout ByteReader) -> ArraySlice<UInt8>? {
        reader.number(2).flatMap { reader.take(($0 + 7) / 8) }
    }
}
