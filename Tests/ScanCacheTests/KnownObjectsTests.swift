import ScanCache
import Testing

@Suite struct KnownObjectsTests {
    @Test(arguments: [20, 32])
    func containsWhatItWasMadeOf(idLength: Int) {
        var maker = IdMaker(seed: 1)
        for count in [1, 2, 17, 5_000] {
            let ids = maker.ids(count, idLength: idLength)
            let known = KnownObjects(ids, idLength: idLength)
            #expect(known.count == count)
            #expect(known.idLength == idLength)
            #expect(split(ids, idLength: idLength).allSatisfy { known.contains($0) })
            for id in split(ids, idLength: idLength) {
                var near = id
                near[idLength - 1] ^= 1
                #expect(!known.contains(near))
            }
            #expect(split(maker.ids(500, idLength: idLength), idLength: idLength).allSatisfy { !known.contains($0) })
        }
    }

    /// Ids with the same first bytes, and the first and the last that there can be.
    @Test func containsIdsThatAreNotSpread() {
        var maker = IdMaker(seed: 2)
        var ids = [UInt8](repeating: 0, count: 20) + [UInt8](repeating: 0xFF, count: 20)
        for _ in 0..<300 { ids += [0x12, 0x34] + maker.bytes(18) }
        let known = KnownObjects(ids, idLength: 20)
        #expect(known.count == 302)
        #expect(split(ids).allSatisfy { known.contains($0) })
        #expect(!known.contains([0x12, 0x35] + [UInt8](repeating: 0, count: 18)))
        #expect(!known.contains([0x12, 0x34] + [UInt8](repeating: 0xFF, count: 18)))
    }

    @Test func nothingContainsNothing() {
        let known = KnownObjects([], idLength: 20)
        #expect(known.count == 0)
        #expect(!known.contains([UInt8](repeating: 0, count: 20)))
    }

    @Test func idsOfAnotherLengthAreNotKnown() {
        let id = [UInt8](repeating: 7, count: 20)
        let known = KnownObjects(id, idLength: 20)
        #expect(known.contains(id))
        let found = known.contains(id.span)
        #expect(found)
        for count in [0, 1, 19, 21, 32] { #expect(!known.contains([UInt8](repeating: 7, count: count))) }
    }
}
