import Testing

@testable import GitObjects

@Suite("The tables of a pack")
struct PackIndexTests {
    @Test("Offsets are sorted, large ones too")
    func order() {
        var numbers = PackNumbers(1)
        let offsets = (0..<3_000).map { _ in numbers.next() >> UInt64(numbers.below(60)) }
        let order = OffsetOrder.ranks(by: offsets)
        #expect(order.map { offsets[Int($0)] } == offsets.sorted())
        #expect(Set(order).count == 3_000)
        #expect(OffsetOrder.ranks(by: []).isEmpty)
        #expect(OffsetOrder.ranks(by: [5, 5, 1]) == [2, 0, 1])
    }

    @Test("An entry is found by its offset, near and far")
    func positionByOffset() throws {
        let names = (0..<100).flatMap { number in [UInt8(number)] + [UInt8](repeating: 0, count: 19) }
        let index = PackIndex(
            names: try NameTable(names, format: .sha1), offsets: (0..<100).map { UInt64($0 * 10 + 12) },
            packChecksum: [])
        for position in 0..<100 {
            for other in 0..<100 {
                let found = index.position(at: UInt64(other * 10 + 12), before: position)
                #expect(found == (other < position ? other : nil))
            }
            #expect(index.position(at: 13, before: position) == nil)
            #expect(index.position(at: 0, before: position) == nil)
        }
    }

    @Test("Names that are out of order, or twice, are refused")
    func namesOutOfOrder() {
        let one = [UInt8](repeating: 1, count: 20)
        let two = [UInt8](repeating: 2, count: 20)
        #expect(throws: ObjectError.self) { try NameTable(two + one, format: .sha1) }
        #expect(throws: ObjectError.self) { try NameTable(one + one, format: .sha1) }
    }

    @Test("Headers of entries are read, and what is cut is refused", arguments: [0, 15, 16, 2_047, 2_048, 1 << 40])
    func headers(size: Int) throws {
        var writer = PackWriter()
        writer.entry(6, size, PackWriter.distance(1 << 33 + 5), [], name: PackWriter.name(1))
        let header = try PackEntryHeader(writer.body.span, idLength: 20)
        #expect(header.size == size && header.length == writer.body.count)
        guard case .distance(1 << 33 + 5) = header.base else {
            Issue.record("another base")
            return
        }
        for length in 0..<writer.body.count {
            #expect(throws: ObjectError.self) {
                _ = try PackEntryHeader(writer.body.span.extracting(0..<length), idLength: 20)
            }
        }
    }
}
