import LiteralSearch
import Testing

@Suite struct ByteCounterTests {
    @Test(arguments: Kernel.supported)
    func countsAndFindsTheLast(kernel: Kernel) {
        let counter = ByteCounter(kernel: kernel)
        var random = SeededGenerator(seed: 3)
        for length in 0...700 {
            let alphabet: [UInt8] = length.isMultiple(of: 3) ? [0x0A, 0x61] : Array(0...255)
            let text = random.bytes(length, of: alphabet)
            for byte: UInt8 in [0, 0x0A, 0xFF] {
                let result = counter.count(of: byte, in: text.span)
                #expect(result.count == text.count { $0 == byte })
                #expect(result.last == text.lastIndex(of: byte))
                #expect(counter.contains(byte, in: text.span) == text.contains(byte))
            }
        }
    }
}
