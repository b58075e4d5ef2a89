import Testing

@testable import Checksums

/// The first two vectors are those of the self-test in microsoft/SymCrypt (`lib/marvin32.c`), the others those of
/// skeeto/marvin32.
@Suite struct Marvin32Tests {
    @Test func theSelfTestOfSymCrypt() {
        #expect(Marvin32.state(of: Array("abc".utf8).span, seed: 0xD53C_D9CE_CD08_93B7) == 0x22C7_4339_4927_69BF)
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz".utf8)
        #expect(Marvin32.state(of: alphabet.span, seed: 0x0DDD_DEEE_EFFF_F000) == 0xA128_EB7E_7260_ACA2)
    }

    @Test(
        arguments: [
            ([], 0x30ED_35C1_00CD_3C7D), ([0xAF], 0x48E7_3FC7_7D75_DDC1), ([0xE7, 0x0F], 0xB5F6_E1FC_485D_BFF8),
            ([0x37, 0xF4, 0x95], 0xF0B0_7C78_9B8C_F7E8), ([0x86, 0x42, 0xDC, 0x59], 0x7008_F2E8_7E9C_F556),
            ([0x15, 0x3F, 0xB7, 0x98, 0x26], 0xE6C0_8C6D_A2AF_A997),
            ([0x09, 0x32, 0xE6, 0x24, 0x6C, 0x47], 0x6F04_BF1A_5EA2_4060),
            ([0xAB, 0x42, 0x7E, 0xA8, 0xD1, 0x0F, 0xC7], 0xE118_47E4_F067_8C41),
        ] as [([UInt8], UInt64)])
    func everyLengthOfTheLastWord(bytes: [UInt8], state: UInt64) {
        #expect(Marvin32.state(of: bytes.span, seed: 0x004F_B61A_001B_DBCC) == state)
        #expect(
            Marvin32.checksum(of: bytes.span, seed: 0x004F_B61A_001B_DBCC)
                == UInt32(truncatingIfNeeded: state ^ state >> 32))
    }
}
