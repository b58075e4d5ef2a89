import Blobs
import Testing

@testable import GitObjects

@Suite("Deltas")
struct DeltaTests {
    private let base = Array("0123456789".utf8)

    private func apply(_ delta: [UInt8]) throws -> (result: [UInt8], copies: [CopiedRange]) {
        let shape = try Delta.shape(delta.span, baseSize: base.count)
        var result = [UInt8](repeating: 0, count: shape.resultSize)
        var copies: [CopiedRange] = []
        var span = result.mutableSpan
        try Delta.apply(delta.span, shape, to: base.span, into: &span, copies: &copies)
        return (result, copies)
    }

    @Test("Copies that go on in both are one")
    func mergedCopies() throws {
        var delta = DeltaWriter(base: 10, result: 13)
        delta.copy(2, 3)
        delta.copy(5, 2)
        delta.copy(5, 2)
        delta.insert(Array("ab".utf8))
        delta.copy(7, 3)
        delta.insert([UInt8(ascii: "c")])
        let (result, copies) = try apply(delta.bytes)
        #expect(result == Array("2345656ab789c".utf8))
        #expect(
            copies == [
                CopiedRange(0..<5, from: 2), CopiedRange(5..<7, from: 5),
                CopiedRange(9..<12, from: 7),
            ])
    }

    @Test("A copy behind something new is a copy of its own, though it goes on in the base")
    func interruptedCopy() throws {
        var delta = DeltaWriter(base: 10, result: 5)
        delta.copy(0, 2)
        delta.insert([UInt8(ascii: "x")])
        delta.copy(2, 2)
        let (result, copies) = try apply(delta.bytes)
        #expect(result == Array("01x23".utf8))
        #expect(copies == [CopiedRange(0..<2, from: 0), CopiedRange(3..<5, from: 2)])
    }

    @Test("An empty delta makes nothing")
    func empty() throws {
        #expect(try apply(DeltaWriter(base: 10, result: 0).bytes).result.isEmpty)
    }

    @Test(
        "What is wrong is refused",
        arguments: [
            [], [10], [0x8A], [9, 0], [10, 1], [10, 1, 0], [10, 1, 2, 65], [10, 1, 0x91, 0], [10, 1, 0x91, 10, 1],
            [10, 1, 0x91, 0, 11], [10, 3, 1, 65], [10, 1, 2, 65, 66], [10, 1, 0x80],
            [10, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1], [10, 0xFF, 0xFF, 0xFF, 0x7F, 1, 65],
            [10, 1, 0x9F, 0xFF, 0xFF, 0xFF, 0xFF, 1],
        ] as [[UInt8]])
    func refused(delta: [UInt8]) {
        #expect(throws: ObjectError.self) { _ = try apply(delta) }
    }

    @Test("Any bytes are applied or refused")
    func anyBytes() {
        var numbers = PackNumbers(3)
        for _ in 0..<2_000 {
            _ = try? apply([10, UInt8(numbers.below(128))] + numbers.bytes(numbers.below(12)))
        }
    }
}
