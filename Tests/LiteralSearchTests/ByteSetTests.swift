import LiteralSearch
import Testing

@Suite struct ByteSetTests {
    @Test func everyMemberAndNoOther() {
        for byte in UInt8.min...UInt8.max {
            let set = ByteSet([byte])
            for other in UInt8.min...UInt8.max { #expect(set.contains(other) == (other == byte)) }
        }
    }

    @Test func equalityIsAboutMembers() {
        #expect(ByteSet([1, 64, 128, 255]) == ByteSet([255, 128, 64, 1, 1]))
        for missing in [1, 64, 128, 255] as [UInt8] {
            #expect(ByteSet([1, 64, 128, 255]) != ByteSet([1, 64, 128, 255].filter { $0 != missing }))
        }
        #expect(Set([ByteSet([7]), ByteSet([7]), ByteSet([200])]).count == 2)
    }
}
