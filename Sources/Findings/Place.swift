import Blobs

/// Identifies a finding across runs without its secret: a hash of rule, path, the line with every secret in it
/// masked, and the ordinal among equal lines of the file.
///
/// It stays the same when lines are inserted above, and changes with the path.
public struct Place: Hashable, Sendable {
    /// What a finding's line looks like without its secrets, hashed.
    public struct Line: Hashable, Sendable {
        fileprivate let digest: ShortDigest

        /// - Parameter masked: the text around the secret on its line, every secret replaced.
        public init(masked: [UInt8]) {
            digest = ShortDigest(of: [masked])
        }
    }

    private let digest: ShortDigest

    /// - Parameter ordinal: 0 for the first finding of the blob with the same rule and line, 1 for the next.
    public init(ruleID: String, path: RawPath, line: Line, ordinal: Int) {
        digest = ShortDigest(of: [Array(ruleID.utf8), path.bytes, line.digest.bytes, Array(String(ordinal).utf8)])
    }

    /// 32 lower-case hexadecimal digits.
    public var hexadecimal: String { digest.hexadecimal }
}
