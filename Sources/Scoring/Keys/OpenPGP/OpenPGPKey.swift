import Checksums

/// Transferable secret keys of OpenPGP: RFC 9580, and RFC 4880 before it.
///
/// A block is a list of packets. Secret keys (tag 5) and secret subkeys (tag 7) say in one octet whether a passphrase
/// protects them; GnuPG marks a key whose secret part is in a card or left out with a private S2K type.
enum OpenPGPKey {
    private static let secretKeyTag = 5
    private static let secretSubkeyTag = 7
    private static let userIDTag = 13

    /// The keys of one block that are looked at: their arithmetic costs more than their bytes.
    private static let mostKeys = 32

    /// The first packet is a secret key or subkey.
    static func isOne(_ bytes: some Collection<UInt8>) -> Bool {
        guard let first = bytes.first, first & 0x80 != 0 else { return false }
        let tag = Int(first & 0x40 != 0 ? first & 0x3F : first >> 2 & 0x0F)
        return tag == secretKeyTag || tag == secretSubkeyTag
    }

    /// The first key of the block with its first user ID, protected if every secret part in it is; `nil` if a packet
    /// does not parse, or the numbers of an open key do not belong together.
    ///
    /// - Parameter toEnd: whether the packets go on to the last byte. Otherwise the first one that does not parse ends
    ///   them.
    /// - Complexity: O(n) in the number of packets, without the arithmetic for each of at most 32 keys.
    static func read(_ bytes: some Collection<UInt8>, toEnd: Bool = true) -> PrivateKey? {
        var reader = ByteReader(Array(bytes)[...])
        var primary: PrivateKey?
        var owner: String?
        var protections: Set<PrivateKey.Protection> = []
        var keys = 0
        while !reader.isAtEnd, keys < mostKeys {
            guard let (tag, packet) = packet(&reader) else {
                if toEnd { return nil }
                break
            }
            if tag == userIDTag { owner = owner ?? KeyText.shown(packet) }
            guard tag == secretKeyTag || tag == secretSubkeyTag else { continue }
            guard let key = OpenPGPSecretKeyPacket.read(packet) else { return nil }
            keys += 1
            primary = primary ?? key
            protections.insert(key.protection)
        }
        primary?.owner = owner
        // One secret part in the clear is a leak, whatever protects the others.
        primary?.protection =
            protections.contains(.none) ? .none : protections.contains(.passphrase) ? .passphrase : .elsewhere
        return primary
    }

    /// The CRC-24 of armour: RFC 9580, section 6.1.1.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        CRC24.checksum(of: bytes.span)
    }

    /// Tag and body of the next packet: RFC 9580, section 4.2. Partial lengths do not occur in keys.
    private static func packet(_ reader: inout ByteReader) -> (tag: Int, body: ArraySlice<UInt8>)? {
        guard let header = reader.byte(), header & 0x80 != 0 else { return nil }
        let length: Int?
        if header & 0x40 != 0 {
            length = newLength(&reader)
        } else {
            length = header & 3 == 3 ? reader.remaining : reader.number(1 << Int(header & 3))
        }
        guard let body = length.flatMap({ reader.take($0) }) else { return nil }
        return (Int(header & 0x40 != 0 ? header & 0x3F : header >> 2 & 0x0F), body)
    }

    private static func newLength(_ reader: inout ByteReader) -> Int? {
        guard let first = reader.byte() else { return nil }
        switch first {
        case 0..<192: return Int(first)
        case 192..<224: return reader.byte().map { ((Int(first) - 192) << 8) + Int($0) + 192 }
        case 255: return reader.number(4)
        default: return nil
        }
    }
}
