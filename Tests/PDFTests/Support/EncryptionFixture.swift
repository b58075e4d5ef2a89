import Crypto
import CryptoExtras

/// Encrypts as the standard security handler does (ISO 32000-2, 7.6), with revisions 3, 4 and 5.
struct EncryptionFixture {
    enum Method: CaseIterable {
        case rc4
        case aes128
        case aes256
    }

    static let id = "00112233445566778899aabbccddeeff"
    private static let padding: [UInt8] = [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08, 0x2E, 0x2E,
        0x00,
        0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ]

    private let method: Method
    private let key: [UInt8]

    /// The text of the encryption dictionary.
    let dictionary: String

    init(_ method: Method, password: String) {
        self.method = method
        let owner = [UInt8](repeating: 7, count: method == .aes256 ? 48 : 32)
        let password = Array(password.utf8)
        if method == .aes256 {
            let key = [UInt8](repeating: 42, count: 32)
            let salt = [UInt8](repeating: 1, count: 8)
            let check = Array(SHA256.hash(data: password + salt)) + salt + salt
            let wrapping = Array(SHA256.hash(data: password + salt))
            let wrapped = Self.aes(key, wrapping, [UInt8](repeating: 0, count: 16), isPadded: false)
            self.key = key
            dictionary =
                "<</Filter/Standard/V 5/R 5/Length 256/P -4"
                + "/O<\(Self.hex(owner))>/U<\(Self.hex(check))>/OE<\(Self.hex(wrapped))>"
                + "/UE<\(Self.hex(wrapped))>/Perms<\(Self.hex(Array(repeating: 0, count: 16)))>"
                + "/CF<</StdCF<</CFM/AESV3/Length 32>>>>/StmF/StdCF/StrF/StdCF>>"
            return
        }
        let padded = Array((password + Self.padding).prefix(32))
        let id = (0..<16).map { UInt8($0 * 17) }
        var hash = Self.md5(padded + owner + [0xFC, 0xFF, 0xFF, 0xFF] + id)
        for _ in 0..<50 { hash = Self.md5(hash) }
        key = hash
        var check = Self.rc4(Self.md5(Self.padding + id), hash)
        for step in UInt8(1)...19 { check = Self.rc4(check, hash.map { $0 ^ step }) }
        check += [UInt8](repeating: 0, count: 16)
        let entries = "/O<\(Self.hex(owner))>/U<\(Self.hex(check))>/P -4/Length 128"
        dictionary =
            method == .rc4
            ? "<</Filter/Standard/V 2/R 3\(entries)>>"
            : "<</Filter/Standard/V 4/R 4\(entries)/CF<</StdCF<</CFM/AESV2/Length 16>>>>/StmF/StdCF/StrF/StdCF>>"
    }

    /// The bytes of a string or stream of an object, encrypted.
    func encrypt(_ number: Int, _ bytes: [UInt8]) -> [UInt8] {
        let vector = (0..<16).map { UInt8($0) }
        if method == .aes256 { return vector + Self.aes(bytes, key, vector, isPadded: true) }
        let salted = key + [UInt8(number & 0xFF), UInt8(number >> 8), 0, 0, 0]
        if method == .rc4 { return Self.rc4(bytes, Self.md5(salted)) }
        return vector + Self.aes(bytes, Self.md5(salted + Array("sAlT".utf8)), vector, isPadded: true)
    }

    private static func md5(_ bytes: [UInt8]) -> [UInt8] { Array(Insecure.MD5.hash(data: bytes)) }

    private static func aes(_ bytes: [UInt8], _ key: [UInt8], _ vector: [UInt8], isPadded: Bool) -> [UInt8] {
        guard let iv = try? AES._CBC.IV(ivBytes: vector),
            let result = try? AES._CBC.encrypt(bytes, using: SymmetricKey(data: key), iv: iv, noPadding: !isPadded)
        else { preconditionFailure("sizes are right") }
        return Array(result)
    }

    private static func rc4(_ bytes: [UInt8], _ key: [UInt8]) -> [UInt8] {
        var state = (0..<256).map { UInt8($0) }
        var j = 0
        for i in 0..<256 {
            j = (j + Int(state[i]) + Int(key[i % key.count])) % 256
            state.swapAt(i, j)
        }
        var i = 0
        j = 0
        return bytes.map { byte in
            i = (i + 1) % 256
            j = (j + Int(state[i])) % 256
            state.swapAt(i, j)
            return byte ^ state[(Int(state[i]) + Int(state[j])) % 256]
        }
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
