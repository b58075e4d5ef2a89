import Testing

@testable import Scoring

@Suite struct CanaryAccountsTests {
    /// One of each published list, and the first and the last of all.
    @Test(arguments: [052_310_077_262, 171_436_882_533, 893_192_397_702, 044_858_866_125, 992_382_622_183] as [UInt64])
    func keysOfCanariesAreRecognised(account: UInt64) {
        #expect(judge(.awsAccessKeyID, KeyIDs.make(account: account)).disposition == .canary)
        #expect(judge(.awsAccessKeyID, KeyIDs.make(prefix: "ASIA", account: account)).disposition == .canary)
    }

    @Test func neighboursOfCanariesAreReported() {
        for account: UInt64 in [0, 44_858_866_124, 52_310_077_263, 534_261_010_714, 992_382_622_184, 999_999_999_999] {
            #expect(!CanaryAccounts.contains(account))
            #expect(judge(.awsAccessKeyID, KeyIDs.make(account: account)).disposition == .report)
        }
    }

    @Test func searchFindsEveryAccountOfTheSortedList() {
        let found = Self.listed.filter { CanaryAccounts.contains($0) }
        #expect(found == Self.listed)
    }

    private static let listed: [UInt64] = [
        052_310_077_262, 171_436_882_533, 534_261_010_715, 595_918_472_158, 717_712_589_309, 819_147_034_852,
        992_382_622_183, 730_335_385_048, 266_735_846_894, 893_192_397_702, 044_858_866_125, 251_535_659_677,
        344_043_088_457, 351_906_852_752, 390_477_818_340, 426_127_672_474, 427_150_556_519, 439_872_796_651,
        445_142_720_921, 465_867_158_099, 637_958_123_769, 693_412_236_332, 732_624_840_810, 735_421_457_923,
        959_235_150_393, 982_842_642_351,
    ]
}
