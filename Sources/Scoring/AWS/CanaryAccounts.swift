/// AWS accounts whose keys are published as traps: a call with such a key alerts its owner.
///
/// Account numbers that at least two public sources list, checked in November 2026:
/// - the accounts of canarytokens.org (Thinkst): trufflesecurity/trufflehog
///   `pkg/detectors/aws/access_keys/canary.go`, its list of Thinkst accounts; praetorian-inc/aurelian, the module
///   `known-account` under `pkg/modules`; mongodb/kingfisher `src/validation/aws.rs`, its list of accounts to skip.
/// - the accounts of similar traps: trufflehog, the list of "knockoffs" in the same file, described in Truffle
///   Security's "Canary detection" (trufflesecurity.com/canaries), and repeated by other public honey-token checkers.
///
/// Left out, because a wrong entry hides a leak: 528757803018 and 538784191382, which only kingfisher skips, and
/// 729780141977, which kingfisher and one undated copy list, but trufflehog does not.
enum CanaryAccounts {
    static func contains(_ account: UInt64) -> Bool {
        var lower = 0
        var upper = sorted.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if sorted[middle] < account { lower = middle + 1 } else { upper = middle }
        }
        return lower < sorted.count && sorted[lower] == account
    }

    private static let sorted: InlineArray<26, UInt64> = [
        044_858_866_125, 052_310_077_262, 171_436_882_533, 251_535_659_677, 266_735_846_894, 344_043_088_457,
        351_906_852_752, 390_477_818_340, 426_127_672_474, 427_150_556_519, 439_872_796_651, 445_142_720_921,
        465_867_158_099, 534_261_010_715, 595_918_472_158, 637_958_123_769, 693_412_236_332, 717_712_589_309,
        730_335_385_048, 732_624_840_810, 735_421_457_923, 819_147_034_852, 893_192_397_702, 959_235_150_393,
        982_842_642_351, 992_382_622_183,
    ]
}
