import SwiftASN1

/// The algorithms of private keys by their object identifiers, in the content bytes of DER.
enum KeyAlgorithm {
    case rsa
    case ellipticCurve
    case dsa
    /// RFC 8410: a seed of a fixed number of bytes.
    case montgomeryOrEdwards(name: String, length: Int)
    /// Its name, or `nil` if it is not in the list; what its key looks like inside is not checked.
    case other(String?)

    init(_ identifier: ArraySlice<UInt8>) {
        switch Array(identifier) {
        // 1.2.840.113549.1.1.1 and .10 (RFC 8017)
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1], [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 10]: self = .rsa
        // 1.2.840.10045.2.1 (RFC 5480)
        case [0x2A, 0x86, 0x48, 0xCE, 0x3D, 2, 1]: self = .ellipticCurve
        // 1.2.840.10040.4.1 (RFC 3279)
        case [0x2A, 0x86, 0x48, 0xCE, 0x38, 4, 1]: self = .dsa
        // 1.3.101.110 to 113 (RFC 8410)
        case [0x2B, 0x65, 110]: self = .montgomeryOrEdwards(name: "X25519", length: 32)
        case [0x2B, 0x65, 111]: self = .montgomeryOrEdwards(name: "X448", length: 56)
        case [0x2B, 0x65, 112]: self = .montgomeryOrEdwards(name: "Ed25519", length: 32)
        case [0x2B, 0x65, 113]: self = .montgomeryOrEdwards(name: "Ed448", length: 57)
        // 1.2.840.113549.1.3.1 (PKCS#3)
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 3, 1]: self = .other("Diffie-Hellman")
        // 2.16.840.1.101.3.4.3.17 to 19 (RFC 9881) and .4.1 to 3 (RFC 9935)
        case [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 3, 17]: self = .other("ML-DSA-44")
        case [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 3, 18]: self = .other("ML-DSA-65")
        case [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 3, 19]: self = .other("ML-DSA-87")
        case [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 4, 1]: self = .other("ML-KEM-512")
        case [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 4, 2]: self = .other("ML-KEM-768")
        case [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 4, 3]: self = .other("ML-KEM-1024")
        default: self = .other(nil)
        }
    }
}
