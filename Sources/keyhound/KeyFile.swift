import Blobs
import Findings

/// The file of `--fingerprint-key-file`.
enum KeyFile {
    /// Its bytes, enough for a key.
    ///
    /// - Throws: `Refusal`.
    static func bytes(_ path: String) throws -> [UInt8] {
        let bytes = try SmallFile.bytes(of: RawPath(path), limit: 4096)
        guard bytes.count >= FingerprintKey.shortest else {
            throw Refusal("\(path): a fingerprint key has at least \(FingerprintKey.shortest) bytes")
        }
        return bytes
    }
}
