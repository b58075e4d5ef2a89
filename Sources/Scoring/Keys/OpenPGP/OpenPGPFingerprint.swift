import Checksums
import Crypto

/// The fingerprint of an OpenPGP key: RFC 9580, section 5.5.4. It is no secret.
enum OpenPGPFingerprint {
    /// Upper-case digits as GnuPG shows them; `nil` for versions that are out of use.
    ///
    /// - Parameter publicPart: the key packet up to the end of its public numbers.
    static func text(version: UInt8, _ publicPart: ArraySlice<UInt8>) -> String? {
        let count = publicPart.count
        switch version {
        case 4:
            let head = [0x99] + [8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
            return Hexadecimal.text(Insecure.SHA1.hash(data: head + publicPart)).uppercased()
        case 6:
            let head = [0x9B] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
            return Hexadecimal.text(SHA256.hash(data: head + publicPart)).uppercased()
        default: return nil
        }
    }
}
