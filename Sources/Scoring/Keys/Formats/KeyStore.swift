/// Stores of keys: PKCS#12 and Java's own.
enum KeyStore {
    /// - Parameter bytes: the store from its first byte on, up to the end of the window.
    static func read(_ bytes: [UInt8]) -> PrivateKeyReading {
        bytes.first == 0x30 ? PKCS12Store.read(bytes) : JavaKeyStore.read(bytes)
    }

    /// The names of entries that are told.
    static let mostAliases = 8

    /// What a store with `count` private keys in it is.
    static func key(
        _ name: String, count: Int?, aliases: [String], protection: PrivateKey.Protection
    ) -> PrivateKey {
        var key = PrivateKey(PrivateKey.store, protection: protection)
        key.store = name
        key.count = count
        key.aliases = aliases
        return key
    }
}
