import Testing

@testable import ScanCache

/// The oracle is a set of ids, sorted byte by byte.
@Suite struct SortedIdsTests {
    private func sorted(_ ids: Set<[UInt8]>) -> [UInt8] {
        ids.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0 }
    }

    /// Ids that differ early, late, or hardly: the last ones share all but their last byte.
    private func samples(_ maker: inout IdMaker, count: Int, idLength: Int) -> [UInt8] {
        (0..<count).flatMap { index in
            let shared = [0, 1, 7, 8, 9, 16, idLength - 1][index % 7]
            return [UInt8](repeating: 0xA5, count: shared) + maker.bytes(idLength - shared)
        }
    }

    @Test(arguments: [20, 32])
    func sortsAndDropsRepetitions(idLength: Int) {
        var maker = IdMaker(seed: 1)
        for count in [0, 1, 2, 3, 50, 3_000] {
            let ids = samples(&maker, count: count, idLength: idLength)
            let list = SortedIds(sorting: ids + ids, idLength: idLength)
            #expect(list.bytes == sorted(split(ids, idLength: idLength)))
            #expect(SortedIds(validating: list.bytes, idLength: idLength) == list)
        }
    }

    /// So many that digits are counted.
    @Test func sortsManyIds() {
        var maker = IdMaker(seed: 2)
        var ids = maker.ids(25_000)
        ids += samples(&maker, count: 700, idLength: 20) + ids.prefix(400)
        #expect(SortedIds(sorting: ids, idLength: 20).bytes == sorted(split(ids)))
    }

    @Test func refusesWhatIsNotSorted() {
        var maker = IdMaker(seed: 3)
        let list = SortedIds(sorting: maker.ids(3), idLength: 20).bytes
        let (first, second) = (Array(list[..<20]), Array(list[20..<40]))
        #expect(SortedIds(validating: second + first, idLength: 20) == nil)
        #expect(SortedIds(validating: first + first, idLength: 20) == nil)
        #expect(SortedIds(validating: list.dropLast(), idLength: 20) == nil)
        #expect(SortedIds(validating: [], idLength: 20)?.count == 0)
    }

    @Test(arguments: [20, 32])
    func unionHasWhatAnyHas(idLength: Int) {
        var maker = IdMaker(seed: 4)
        for count in 0...9 {
            let lists = (0..<count).map { index in
                SortedIds(sorting: samples(&maker, count: index * 30, idLength: idLength), idLength: idLength)
            }
            let everything = lists.flatMap(\.bytes)
            let union = SortedIds.union(of: lists + lists.prefix(2), idLength: idLength)
            #expect(union.bytes == sorted(split(everything, idLength: idLength)))
        }
    }

    @Test func unionJoinsPieces() {
        var maker = IdMaker(seed: 5)
        let list = SortedIds(sorting: maker.ids(1_000), idLength: 20)
        let other = SortedIds(sorting: maker.ids(10), idLength: 20)
        let pieces = list.pieces(of: 300)
        #expect(pieces.map(\.count) == [300, 300, 300, 100])
        #expect(SortedIds.union(of: pieces.shuffled(using: &maker), idLength: 20) == list)
        let union = SortedIds.union(of: [other] + pieces, idLength: 20)
        #expect(union.bytes == sorted(split(list.bytes + other.bytes)))
    }

    @Test(arguments: [20, 32])
    func subtractingLeavesTheOthers(idLength: Int) {
        var maker = IdMaker(seed: 6)
        for count in [0, 1, 10, 400] {
            let shared = samples(&maker, count: count, idLength: idLength)
            let left = SortedIds(sorting: shared + samples(&maker, count: 50, idLength: idLength), idLength: idLength)
            let right = SortedIds(sorting: shared + samples(&maker, count: 70, idLength: idLength), idLength: idLength)
            let rest = split(left.bytes, idLength: idLength).subtracting(split(right.bytes, idLength: idLength))
            #expect(left.subtracting(right).bytes == sorted(rest))
            #expect(left.subtracting(left).count == 0)
            #expect(left.subtracting(.none(idLength: idLength)) == left)
        }
    }
}
