/// Stores of keys, as far as a reader without the password can look into them.
enum KeyStoreSample {
    private static let pkcs7: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7]

    /// RFC 7292, with one sealed key, its name, and a MAC.
    static func pkcs12(using random: inout SeededGenerator) -> [UInt8] {
        let safe = DER.sequence(
            DER.identifier(pkcs7 + [1]), DER.tagged(0, DER.octets(contents(using: &random))))
        let sha256 = DER.sequence(DER.identifier([0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1]), DER.null)
        let mac = DER.sequence(
            DER.sequence(sha256, DER.octets(random.bytes(32))), DER.octets(random.bytes(8)), DER.integer([8, 0]))
        return DER.sequence(DER.integer([3]), safe, mac)
    }

    /// The same with open lengths around the contents, as programs write it that do not know the end yet.
    static func pkcs12InBER(using random: inout SeededGenerator) -> [UInt8] {
        let end: [UInt8] = [0, 0]
        let octets = [0x24, 0x80] + DER.octets(contents(using: &random)) + end
        let safe = [0x30, 0x80] + DER.identifier(pkcs7 + [1]) + [0xA0, 0x80] + octets + end + end
        return [0x30, 0x80] + DER.integer([3]) + safe + end
    }

    /// One bag with one sealed key.
    private static func contents(using random: inout SeededGenerator) -> [UInt8] {
        let bags: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 12, 10, 1]
        let name: [UInt8] = "deploy".utf8.flatMap { [0, $0] }
        let attribute = DER.sequence(
            DER.identifier([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 20]),
            DER.element(0x31, DER.element(0x1E, name)))
        let bag = DER.sequence(
            DER.identifier(bags + [2]), DER.tagged(0, KeySample.encryptedKey(using: &random)),
            DER.element(0x31, attribute))
        let content = DER.sequence(
            DER.identifier(pkcs7 + [1]), DER.tagged(0, DER.octets(DER.sequence(bag))))
        return DER.sequence(content)
    }

    /// `sun.security.provider.JavaKeyStore` of OpenJDK: version 2, one key without certificates.
    static func java(magic: Int, using random: inout SeededGenerator) -> [UInt8] {
        let protector = DER.sequence(DER.identifier([0x2B, 6, 1, 4, 1, 0x2A, 2, 0x11, 1, 1]), DER.null)
        let sealed = DER.sequence(protector, DER.octets(random.bytes(1_256)))
        let alias = Array("deploy".utf8)
        let date: [UInt8] = [0, 0, 1, 0x8E] + random.bytes(4)
        return OpenSSHSample.number(magic) + OpenSSHSample.number(2) + OpenSSHSample.number(1)
            + OpenSSHSample.number(1) + [0, UInt8(alias.count)] + alias + date + OpenSSHSample.field(sealed)
            + OpenSSHSample.number(0) + random.bytes(20)
    }
}
