import SwiftASN1

/// What an X.509 certificate (RFC 5280, section 4.1) says about its holder. Its signature is not looked at.
struct Certificate {
    /// A certificate of a large organisation takes a few KiB.
    private static let longestInput = 32_768

    /// The subject's last CN; Kubernetes takes it for the user's name.
    private(set) var commonName: [UInt8]?

    /// The subject's O; Kubernetes takes them for groups.
    private(set) var organizations: [[UInt8]] = []
    let expiresAt: UTCTime?

    /// `nil` if `der` is no certificate.
    init?(_ der: [UInt8]) {
        guard der.count <= Self.longestInput, let root = try? DER.parse(der), let outer = Self.items(root),
            outer.count == 3, var fields = Self.items(outer[0])
        else { return nil }
        // [0] version, serial number, signature, issuer, validity, subject, and so on.
        if fields.first?.identifier.tagClass == .contextSpecific { fields.removeFirst() }
        guard fields.count >= 6, let validity = Self.items(fields[3]), validity.count == 2,
            let subject = Self.items(fields[4])
        else { return nil }
        expiresAt = Self.time(validity[1])
        for set in subject {
            guard let attribute = Self.items(set)?.first.flatMap(Self.items), attribute.count == 2,
                let type = Self.bytes(attribute[0]), let value = Self.bytes(attribute[1])
            else { continue }
            switch Array(type) {
            // 2.5.4.3 and 2.5.4.10
            case [0x55, 0x04, 0x03]: commonName = Array(value)
            case [0x55, 0x04, 0x0A]: organizations.append(Array(value))
            default: break
            }
        }
    }

    private static func items(_ node: ASN1Node) -> [ASN1Node]? {
        guard case .constructed(let nodes) = node.content else { return nil }
        return Array(nodes)
    }

    private static func bytes(_ node: ASN1Node) -> ArraySlice<UInt8>? {
        guard case .primitive(let bytes) = node.content else { return nil }
        return bytes
    }

    /// `YYMMDDhhmmssZ` (years from 1950 to 2049) or `YYYYMMDDhhmmssZ`.
    private static func time(_ node: ASN1Node) -> UTCTime? {
        guard let text = bytes(node), text.last == UInt8(ascii: "Z") else { return nil }
        var digits = Array(text.dropLast())
        if digits.count == 12 {
            let isOld = digits[0] >= UInt8(ascii: "5")
            digits = Array((isOld ? "19" : "20").utf8) + digits
        }
        guard digits.count == 14 else { return nil }
        return UTCTime(basic: digits[..<8] + [UInt8(ascii: "T")] + digits[8...] + [UInt8(ascii: "Z")])
    }
}
