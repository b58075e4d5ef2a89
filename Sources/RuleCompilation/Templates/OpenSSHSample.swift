/// An Ed25519 key in OpenSSH's own format: openssh/openssh-portable `PROTOCOL.key`.
enum OpenSSHSample {
    static func key(using random: inout SeededGenerator) -> [UInt8] {
        let type = Array("ssh-ed25519".utf8)
        let (seed, publicPart) = CurveSample.ed25519(using: &random)
        let check = random.bytes(4)
        var privateSection = check + check + field(type) + field(publicPart)
        privateSection += field(seed + publicPart) + field(Array("deploy@example.com".utf8))
        var padding: UInt8 = 1
        while !privateSection.count.isMultiple(of: 8) {
            privateSection.append(padding)
            padding += 1
        }
        let none = Array("none".utf8)
        let header = Array("openssh-key-v1".utf8) + [0] + field(none) + field(none) + field([])
        return header + number(1) + field(field(type) + field(publicPart)) + field(privateSection)
    }

    static func field(_ bytes: [UInt8]) -> [UInt8] {
        number(bytes.count) + bytes
    }

    static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
