import Blobs

/// A certificate or public key that was met: what a report says of it when its private half is found.
public struct PublicHalf: Hashable, Sendable {
    /// In the order in which a pair takes them: a certificate names what it serves, and its end.
    public enum Kind: String, Hashable, Sendable, Comparable, CaseIterable {
        case certificate = "certificate"
        case request = "certificate request"
        case key = "public key"

        public static func < (left: Kind, right: Kind) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .certificate: 0
            case .request: 1
            case .key: 2
            }
        }
    }

    public let digest: PublicKeyDigest
    public let kind: Kind

    /// Whom it serves: names of a certificate, the comment of an SSH key. From scanned content.
    public let name: String?

    /// When a certificate ends, in RFC 3339.
    public let expires: String?
    public let path: RawPath

    /// From 1.
    public let line: Int

    public init(digest: PublicKeyDigest, kind: Kind, name: String?, expires: String?, path: RawPath, line: Int) {
        self.digest = digest
        self.kind = kind
        self.name = name
        self.expires = expires
        self.path = path
        self.line = line
    }

    /// The same half under another name of the same file.
    func renamed(to path: RawPath) -> PublicHalf {
        PublicHalf(digest: digest, kind: kind, name: name, expires: expires, path: path, line: line)
    }
}

extension PublicHalf: Comparable {
    /// By kind, path and line: which of several halves with one key a pair takes, and which of too many are kept.
    public static func < (left: PublicHalf, right: PublicHalf) -> Bool {
        if left.kind != right.kind { return left.kind < right.kind }
        if left.path != right.path { return left.path < right.path }
        if left.line != right.line { return left.line < right.line }
        // Several on one line, as in JSON.
        return left.digest.hexadecimal < right.digest.hexadecimal
    }
}
