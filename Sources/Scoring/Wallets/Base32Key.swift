import Checksums

/// Seeds in base32 with a CRC-16 behind them, its low byte first: Stellar (SEP-23) and NATS (nats-io/nkeys).
enum Base32Key {
    /// The seed that `text` is; `nil` if its check fails, or it is none of these.
    static func read(_ text: [UInt8]) -> CheckedKey? {
        guard let bytes = Base32.decode(text.span), bytes.count > 2 else { return nil }
        let payload = Array(bytes.dropLast(2))
        let check = CRC16.checksum(of: payload.span)
        guard Array(bytes.suffix(2)) == [UInt8(check & 255), UInt8(check >> 8)] else { return nil }
        return stellar(payload) ?? nats(payload)
    }

    private static func stellar(_ payload: [UInt8]) -> CheckedKey? {
        let seed: UInt8 = 18 << 3
        guard payload.count == 33, payload[0] == seed else { return nil }
        return CheckedKey(system: "Stellar", kind: "Ed25519 seed", material: Array(payload.dropFirst()))
    }

    /// Five bits `S`, five bits that say whose seed it is, and six zeros.
    private static func nats(_ payload: [UInt8]) -> CheckedKey? {
        guard payload.count == 34 else { return nil }
        let head = Int(payload[0]) << 8 | Int(payload[1])
        guard head >> 11 == 18, head & 63 == 0 else { return nil }
        let owner: String
        switch head >> 6 & 31 {
        case 0: owner = "account"
        case 2: owner = "cluster"
        case 13: owner = "server"
        case 14: owner = "operator"
        case 20: owner = "user"
        case 23: owner = "curve"
        default: return nil
        }
        return CheckedKey(system: "NATS", kind: "seed of a \(owner) key", material: Array(payload.dropFirst(2)))
    }
}
