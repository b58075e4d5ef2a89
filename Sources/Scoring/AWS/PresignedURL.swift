/// The parameters of a presigned AWS URL: whose key signed it, for what, and until when.
///
/// Signature Version 4 as "Authenticating Requests: Using Query Parameters" in the Amazon S3 API Reference defines it,
/// and Version 2 as "Signing and authenticating REST requests" does (`AWSAccessKeyId`, `Expires`, `Signature`).
struct PresignedURL {
    /// The most seconds that version 4 allows: seven days.
    private static let longestValidity = 604_800

    /// The id of the signing key, as it stands in the URL.
    private(set) var keyID: ArraySlice<UInt8> = []
    private(set) var region: ArraySlice<UInt8> = []
    private(set) var service: ArraySlice<UInt8> = []
    private(set) var issuedAt: UTCTime?
    private(set) var expiresAt: UTCTime?

    /// Date, scope, validity and signature are there and agree with each other.
    private(set) var isConsistent = false

    /// `nil` if the signature, or the key that made it, is missing.
    ///
    /// - Parameter url: a URL or its query, with the escapes of the text around it (`&amp;`, `\u0026`) undone.
    init?(_ url: [UInt8]) {
        if let signature = Self.value(of: "X-Amz-Signature", in: url) {
            guard readVersion4(url, signature: signature) else { return nil }
        } else if let signature = Self.value(of: "Signature", in: url) {
            guard readVersion2(url, signature: signature) else { return nil }
        } else {
            return nil
        }
    }

    /// Key id, day, region, service and `aws4_request`; `nil` if the credential has another form.
    private static func credentialScope(of url: [UInt8]) -> [ArraySlice<UInt8>]? {
        guard let credential = value(of: "X-Amz-Credential", in: url) else { return nil }
        let parts = credential.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return parts.count == 5 && parts[4].elementsEqual("aws4_request".utf8) ? parts : nil
    }

    private mutating func readVersion4(_ url: [UInt8], signature: [UInt8]) -> Bool {
        guard let scope = Self.credentialScope(of: url) else { return false }
        (keyID, region, service) = (scope[0], scope[2], scope[3])
        let date = Self.value(of: "X-Amz-Date", in: url) ?? []
        issuedAt = UTCTime(basic: date[...])
        let validity = Self.value(of: "X-Amz-Expires", in: url).flatMap { UTCTime.number($0[...]) }
        if let validity { expiresAt = issuedAt?.advanced(bySeconds: validity) }
        isConsistent =
            issuedAt != nil && date.starts(with: scope[1]) && (1...Self.longestValidity).contains(validity ?? 0)
            && signature.count == 64 && signature.allSatisfy(Self.isLowerHexadecimal)
        return true
    }

    private mutating func readVersion2(_ url: [UInt8], signature: [UInt8]) -> Bool {
        guard let id = Self.value(of: "AWSAccessKeyId", in: url) else { return false }
        keyID = id[...]
        expiresAt = Self.value(of: "Expires", in: url).flatMap { UTCTime.number($0[...]) }
            .flatMap { UTCTime(seconds: $0) }
        let sha1 = Base64.decode(signature.span, 0..<signature.count)
        isConsistent = expiresAt != nil && sha1?.count == 20
        return true
    }

    /// The percent-decoded value of the first parameter called `name`, its letters in any case; `nil` without one.
    private static func value(of name: String, in url: [UInt8]) -> [UInt8]? {
        let count = name.utf8.count
        for parameter in url.split(whereSeparator: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "?") }) {
            guard parameter.count > count, parameter[parameter.startIndex + count] == UInt8(ascii: "="),
                equalsIgnoringCase(parameter.prefix(count), name)
            else { continue }
            let start = parameter.startIndex + count + 1
            return SpelledText.undone(url.span, start..<parameter.endIndex)
        }
        return nil
    }

    private static func equalsIgnoringCase(_ bytes: ArraySlice<UInt8>, _ name: String) -> Bool {
        bytes.elementsEqual(name.utf8) { $0 == $1 || ($0 | 0x20 == $1 | 0x20 && $0 >= UInt8(ascii: "A")) }
    }

    private static func isLowerHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
        default: false
        }
    }
}
