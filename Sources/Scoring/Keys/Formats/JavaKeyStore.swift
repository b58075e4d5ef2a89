import Crypto
import SwiftASN1

/// Java's own key stores, JKS and JCEKS: `sun.security.provider.JavaKeyStore` of OpenJDK.
///
///     0xFEEDFEED or 0xCECECECE, version 1 or 2, count of entries, entries, SHA-1
///     entry 1: alias, date 8, sealed key behind its length, count of certificates, certificates
///     entry 2: alias, date 8, certificate
///     certificate: type (version 2), bytes behind their length
///
/// The SHA-1 is over the password in UTF-16, the words "Mighty Aphrodite" and everything before it, so a password can
/// be tried. A store of certificates alone is no finding.
struct JavaKeyStore {
    /// Passwords that manuals and tools give to new stores.
    private static let publishedPasswords = ["changeit", "changeme", "password", "android", "123456", "secret"]
    private static let mostEntries = 1_024

    private var reader: ByteReader
    private let name: String
    private let version: Int
    private var keys = 0
    private var aliases: [String] = []
    private var sealing: KeySealing?
    private var certificate: Certificate?

    static func read(_ bytes: [UInt8]) -> PrivateKeyReading {
        guard var store = JavaKeyStore(bytes) else { return .notAKey }
        let isWhole = store.readEntries()
        guard store.keys > 0 else { return .notAKey }
        let isOpen = isWhole && store.opensWithPublishedPassword(bytes)
        var key = KeyStore.key(
            store.name, count: store.keys, aliases: store.aliases,
            protection: isOpen ? .publishedPassphrase : .passphrase)
        key.sealing = store.sealing
        key.publicKey = store.certificate?.publicKey
        return .whole(key)
    }

    private init?(_ bytes: [UInt8]) {
        reader = ByteReader(bytes[...])
        switch reader.number(4) {
        case 0xFEED_FEED: name = "a Java key store (JKS)"
        case 0xCECE_CECE: name = "a Java key store (JCEKS)"
        default: return nil
        }
        guard let version = reader.number(4), (1...2).contains(version) else { return nil }
        self.version = version
    }

    /// Reads as many entries as are there; `true` if these are all of them.
    private mutating func readEntries() -> Bool {
        guard let count = reader.number(4), (1...Self.mostEntries).contains(count) else { return false }
        for _ in 0..<count {
            guard let tag = reader.number(4), let alias = text(), reader.take(8) != nil else { return false }
            switch tag {
            case 1: guard readKey(alias) else { return false }
            case 2: guard readCertificate() != nil else { return false }
            default: return false
            }
        }
        return reader.remaining >= 20
    }

    /// A sealed key and its chain. What the window cuts off counts all the same once its length has been read.
    private mutating func readKey(_ alias: ArraySlice<UInt8>) -> Bool {
        guard let length = reader.number(4), (32...1 << 20).contains(length) else { return false }
        if let start = reader.remaining > 4 ? reader.bytes[reader.position] : nil, start != 0x30 { return false }
        keys += 1
        if aliases.count < KeyStore.mostAliases, let shown = KeyText.shown(alias) { aliases.append(shown) }
        guard let sealed = reader.take(length) else { return false }
        if sealing == nil { sealing = DERKey.read(sealed)?.sealing }
        guard let chain = reader.number(4), chain <= 64 else { return false }
        for position in 0..<chain {
            guard let bytes = readCertificate() else { return false }
            if position == 0, certificate == nil { certificate = Certificate(bytes) }
        }
        return true
    }

    private mutating func readCertificate() -> ArraySlice<UInt8>? {
        if version == 2 { guard text() != nil else { return nil } }
        return reader.number(4).flatMap { reader.take($0) }
    }

    private mutating func text() -> ArraySlice<UInt8>? {
        reader.number(2).flatMap { reader.take($0) }
    }

    /// - Precondition: all entries were read.
    private func opensWithPublishedPassword(_ bytes: [UInt8]) -> Bool {
        let body = bytes[..<reader.position]
        let stated = bytes[reader.position..<reader.position + 20]
        return Self.publishedPasswords.contains { password in
            var hash = Insecure.SHA1()
            hash.update(data: password.utf8.flatMap { [0, $0] })
            hash.update(data: Array("Mighty Aphrodite".utf8))
            hash.update(data: body)
            return hash.finalize().elementsEqual(stated)
        }
    }
}
