/// Stores in the format of PKCS #12, also called PFX: RFC 7292.
///
/// A store may be longer than the window and may be written in BER, so nothing is parsed as a whole: the header must be
/// right, and what stands in the clear is found by its object identifiers. Keys are sealed one by one in bags, which
/// stand in the clear; certificates are mostly sealed together. A store without bags of keys is one of certificates,
/// and no finding, unless it goes on behind the window.
enum PKCS12Store {
    private static let identifierOfData: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 1]
    private static let identifierOfBag: [UInt8] = [0x06, 0x0B, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 12, 10, 1]
    private static let identifierOfName: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 20, 0x31]
    private static let openBag: UInt8 = 1
    private static let sealedBag: UInt8 = 2

    static func read(_ bytes: [UInt8]) -> PrivateKeyReading {
        guard let start = headerEnd(bytes) else { return .notAKey }
        let extent = DERText.extent(bytes[...])
        let isWhole = extent.map { $0 <= bytes.count } ?? false
        let store = bytes[start..<min(extent ?? bytes.count, bytes.count)]
        var (open, sealed) = (0, 0)
        var sealing: KeySealing?
        for position in places(of: identifierOfBag, in: store) {
            guard position + identifierOfBag.count < store.endIndex else { break }
            switch store[position + identifierOfBag.count] {
            case openBag: open += 1
            case sealedBag:
                sealed += 1
                if sealing == nil { sealing = self.sealing(store[(position + identifierOfBag.count + 1)...]) }
            default: break
            }
        }
        let name = "a PKCS #12 store"
        guard open + sealed > 0 else {
            return isWhole
                ? .notAKey
                : .likely(KeyStore.key(name, count: nil, aliases: [], protection: .passphrase), score: 0.6)
        }
        var key = KeyStore.key(
            name, count: open + sealed, aliases: aliases(store), protection: open > 0 ? .none : .passphrase)
        key.sealing = sealing
        return .whole(key)
    }

    /// SEQUENCE, version 3, SEQUENCE, data: where the store's content begins.
    private static func headerEnd(_ bytes: [UInt8]) -> Int? {
        var reader = ByteReader(bytes[...])
        guard reader.byte() == 0x30, skipLength(&reader), reader.take(3)?.elementsEqual([2, 1, 3]) == true,
            reader.byte() == 0x30, skipLength(&reader),
            reader.take(identifierOfData.count)?.elementsEqual(identifierOfData) == true
        else { return nil }
        return reader.position
    }

    private static func skipLength(_ reader: inout ByteReader) -> Bool {
        guard let first = reader.byte(), first <= 0x84 else { return false }
        return first <= 0x80 || reader.take(Int(first & 0x7F)) != nil
    }

    /// The scheme of an EncryptedPrivateKeyInfo in element [0].
    private static func sealing(_ bytes: ArraySlice<UInt8>) -> KeySealing? {
        var reader = ByteReader(bytes)
        guard reader.byte() == 0xA0, skipLength(&reader) else { return nil }
        let content = bytes[reader.position...]
        guard let extent = DERText.extent(content), extent <= content.count else { return nil }
        return DERKey.read(content.prefix(extent))?.sealing
    }

    /// Friendly names: a SET with a BMPString, which is UTF-16.
    private static func aliases(_ store: ArraySlice<UInt8>) -> [String] {
        var names: [String] = []
        for position in places(of: identifierOfName, in: store) where names.count < KeyStore.mostAliases {
            var reader = ByteReader(store[(position + identifierOfName.count)...])
            guard reader.byte() != nil, reader.byte() == 0x1E, let length = reader.byte(), length < 0x80,
                let text = reader.take(Int(length))
            else { continue }
            let units = stride(from: text.startIndex, to: text.endIndex - 1, by: 2).map {
                UInt16(text[$0]) << 8 | UInt16(text[$0 + 1])
            }
            if let shown = KeyText.shown(Array(String(decoding: units, as: UTF16.self).utf8)), !names.contains(shown) {
                names.append(shown)
            }
        }
        return names
    }

    /// Complexity: O(n) for texts in which the first two bytes are rare.
    private static func places(of pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> [Int] {
        guard bytes.count >= pattern.count else { return [] }
        return (bytes.startIndex...bytes.endIndex - pattern.count).filter {
            bytes[$0] == pattern[0] && bytes[$0...].starts(with: pattern)
        }
    }
}
