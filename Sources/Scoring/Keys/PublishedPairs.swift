import Findings

/// Private keys that standards and manuals publish as examples, by the SHA-256 of their public halves.
///
/// They stand in the tests of many programs, and open nothing.
enum PublishedPairs {
    static func contains(_ digest: PublicKeyDigest) -> Bool {
        digests.contains(digest.hexadecimal)
    }

    private static let digests: Set<String> = [
        // wg(8), "CONFIGURATION FILE FORMAT EXAMPLE".
        "9eef1d5e8fb1105e11de63768f1e5e8c2e2c2a69b1fd6946699aca827e8d43a1",
        // RFC 8032, section 7.1, tests 1 to 3; the first is RFC 8037's key too.
        "06e3fd8fda29bb60ab59557de61edb0aecdb231134be30e75b455f8e1b792fa9",
        "deb2ded39dc26fce0e6085b6fc34bf6b5941913bbfe2ea614113cff9e004c170",
        "8d39ba50abe50f77b6bb8ae7b6927aff7ffbeba35ad2837c0e51e82bcbcc60d5",
        // RFC 7517, appendix A.2: P-256 and RSA.
        "51b944cdfa544d4c3273aa6bf350625a7dd53bbb6a71723274f538b19a207760",
        "ad32320cf6c596d884b05381ba573aba8ddd5749b4de8f4a23a79f9a89ddaeb2",
        // RFC 7515, appendices A.2 and A.3: RSA and P-256.
        "6fd13c2435a361e7c588cd17f55f5ad3df0177a66c1727a6a200845f4d7ab88c",
        "2bd1bb0c44a897c30a7aa0991cde38d8062fe441de50da0f46825344f602e827",
    ]
}
