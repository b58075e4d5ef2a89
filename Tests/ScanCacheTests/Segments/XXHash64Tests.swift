import Testing

@testable import ScanCache

@Suite struct XXHash64Tests {
    /// Lengths on both sides of each step of the algorithm; values from the reference implementation.
    @Test(
        arguments: [
            (0, 0xef46_db37_51d8_e999, 0xac75_fda2_929b_17ef), (1, 0xe934_a84a_db05_2768, 0x5014_6076_43a9_b4c3),
            (3, 0x412b_ffcf_7226_39d7, 0x6f26_6fdf_c9fb_067e), (4, 0xddad_977b_5b52_c2e2, 0xa9e0_7eb9_f2f9_80d5),
            (5, 0x2529_86af_01d4_7dd3, 0x21a5_e987_d561_615f), (8, 0x4011_fa85_3140_6d9d, 0x45fc_0c2d_fbaf_fa55),
            (14, 0x0d6a_aee1_da12_5e8a, 0xfb2c_fdf3_6e0b_3eb2), (31, 0x4c26_5e66_5bfd_007b, 0x0cba_c328_b2f7_b720),
            (32, 0xf632_1766_5f4a_0032, 0x52b4_e772_b32b_6f5e), (33, 0x4a30_998c_b971_9ff5, 0x0882_4a07_fb87_aceb),
            (100, 0xbbc7_a6f8_4677_d768, 0x4067_e263_73ed_30a4), (101, 0xff15_2ff6_6b16_e286, 0x5cb2_405f_41a8_99f6),
            (1000, 0x4bfc_a031_b615_a03a, 0xd6fe_c235_7bb1_b562),
        ] as [(Int, UInt64, UInt64)])
    func isTheHashOfTheSpecification(count: Int, plain: UInt64, seeded: UInt64) {
        let bytes = (0..<UInt64(count)).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 8) }
        #expect(XXHash64.hash(bytes, seed: 0) == plain)
        #expect(XXHash64.hash(bytes, seed: 0x9E37_79B1) == seeded)
    }

    @Test func everyBitCounts() {
        var maker = IdMaker(seed: 3)
        var bytes = maker.bytes(119)
        let before = XXHash64.hash(bytes, seed: 1)
        for bit in 0..<bytes.count * 8 {
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(XXHash64.hash(bytes, seed: 1) != before)
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
        }
    }
}
