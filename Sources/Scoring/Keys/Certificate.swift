import SwiftASN1

/// What an X.509 certificate (RFC 5280, section 4.1), or a request for one (RFC 2986), says about its holder. Its
/// signature is not looked at.
struct Certificate {
    /// A certificate of a large organisation takes a few KiB.
    private static let longestInput = 32_768
    private static let mostNames = 4

    /// The subject's last CN; Kubernetes takes it for the user's name.
    private(set) var commonName: [UInt8]?

    /// The subject's O; Kubernetes takes them for groups.
    private(set) var organizations: [[UInt8]] = []

    /// Hosts, mail addresses and URLs of the extension subjectAltName, the first few.
    private(set) var alternatives: [[UInt8]] = []

    /// `nil` for a request.
    let expiresAt: UTCTime?
    let isRequest: Bool

    /// `nil` for a key of an algorithm that is not known here.
    let publicKey: PublicKey?

    /// Whom it serves, for people; `nil` if it has no name.
    var name: String? {
        var names: [String] = []
        for text in [commonName].compactMap({ $0 }) + alternatives {
            guard let shown = KeyText.shown(text), !names.contains(shown), names.count < Self.mostNames else {
                continue
            }
            names.append(shown)
        }
        if names.isEmpty, let organization = organizations.last.flatMap({ KeyText.shown($0) }) { return organization }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    /// `nil` if `der` is neither.
    init?(_ der: some Collection<UInt8>) {
        guard der.count <= Self.longestInput, let outer = DERText.parse(Array(der)[...])?.children, outer.count == 3,
            var fields = outer[0].children
        else { return nil }
        // A request has version, subject, key, attributes.
        isRequest = fields.count == 4 && fields[2].fields?.first?.fields != nil && fields[0].integer != nil
        if isRequest {
            guard let subject = fields[1].children else { return nil }
            expiresAt = nil
            publicKey = PublicKey(information: fields[2])
            readSubject(subject)
            return
        }
        // [0] version, serial number, signature, issuer, validity, subject, key, and so on.
        if fields.first?.identifier.tagClass == .contextSpecific { fields.removeFirst() }
        guard fields.count >= 6, let validity = fields[3].children, validity.count == 2,
            let subject = fields[4].children
        else { return nil }
        expiresAt = Self.time(validity[1])
        publicKey = PublicKey(information: fields[5])
        readSubject(subject)
        for field in fields[6...] { readExtensions(field.tagged(3)?.first?.fields ?? []) }
    }

    private mutating func readSubject(_ subject: [ASN1Node]) {
        for set in subject {
            guard let attribute = set.children?.first?.children, attribute.count == 2,
                let type = attribute[0].primitive, let value = attribute[1].primitive
            else { continue }
            switch Array(type) {
            // 2.5.4.3 and 2.5.4.10
            case [0x55, 0x04, 0x03]: commonName = Array(value)
            case [0x55, 0x04, 0x0A]: organizations.append(Array(value))
            default: break
            }
        }
    }

    /// 2.5.29.17, of which mail addresses, hosts and URLs are text.
    private mutating func readExtensions(_ extensions: [ASN1Node]) {
        let texts: [UInt] = [1, 2, 6]
        for entry in extensions.lazy.compactMap(\.fields)
        where entry.first?.identifierBytes?.elementsEqual([0x55, 0x1D, 0x11]) == true {
            for name in entry.last?.octets.flatMap(DERText.parse)?.fields ?? []
            where alternatives.count < Self.mostNames {
                let isText = texts.contains {
                    name.identifier == ASN1Identifier(tagWithNumber: $0, tagClass: .contextSpecific)
                }
                if isText, let text = name.primitive { alternatives.append(Array(text)) }
            }
        }
    }

    /// `YYMMDDhhmmssZ` (years from 1950 to 2049) or `YYYYMMDDhhmmssZ`.
    private static func time(_ node: ASN1Node) -> UTCTime? {
        guard let text = node.primitive, text.last == UInt8(ascii: "Z") else { return nil }
        var digits = Array(text.dropLast())
        if digits.count == 12 {
            let isOld = digits[0] >= UInt8(ascii: "5")
            digits = Array((isOld ? "19" : "20").utf8) + digits
        }
        guard digits.count == 14 else { return nil }
        return UTCTime(basic: digits[..<8] + [UInt8(ascii: "T")] + digits[8...] + [UInt8(ascii: "Z")])
    }
}
