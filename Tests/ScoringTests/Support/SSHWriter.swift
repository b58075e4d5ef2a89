/// Writes private keys in OpenSSH's format, with numbers that mean nothing.
struct SSHWriter {
    var type = "ssh-ed25519"
    var cipher = "none"
    var kdf = "none"
    var checks: (UInt32, UInt32) = (0x0102_0304, 0x0102_0304)

    func key() -> [UInt8] {
        let number = [UInt8](repeating: 0x5A, count: 32)
        let publicPart = string(type) + string(number)
        var privatePart = word(checks.0) + word(checks.1) + string(type) + string(number)
        privatePart += string(number + number) + string("test") + [1, 2, 3, 4]
        return Array("openssh-key-v1\0".utf8) + string(cipher) + string(kdf) + string([]) + word(1)
            + string(publicPart) + string(privatePart)
    }

    private func word(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private func string(_ bytes: [UInt8]) -> [UInt8] { word(UInt32(bytes.count)) + bytes }
    private func string(_ text: String) -> [UInt8] { string(Array(text.utf8)) }
}
