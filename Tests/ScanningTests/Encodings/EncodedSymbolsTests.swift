import Testing

@testable import Scanning

/// Digits of base64 and of hexadecimal numbers become the bytes that they were made of, in the same phase.
@Suite struct EncodedSymbolsTests {
    private static func decode(_ symbols: EncodedSymbols, phase: Int) -> EncodedLayer {
        var layer = EncodedLayer(.base64, in: nil)
        symbols.decode(phase: phase, into: &layer)
        return layer
    }

    @Test(arguments: 0..<20)
    func base64(count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        let bytes = random.bytes(count, of: Array(0...255))
        for isURL in [false, true] {
            let text = Encoder.base64(bytes, isURL: isURL)
            let symbols = EncodedSymbols(base64: [0..<text.count], of: text.span)
            #expect(Self.decode(symbols, phase: 0).bytes == bytes)
        }
    }

    @Test(arguments: 0..<4)
    func digitsInFront(phase: Int) {
        let bytes = Array("some text that is long enough to be seen".utf8)
        let text = [UInt8](repeating: 0x41, count: phase) + Encoder.base64(bytes, isPadded: false)
        let symbols = EncodedSymbols(base64: [0..<text.count], of: text.span)
        let layer = Self.decode(symbols, phase: phase)
        #expect(layer.bytes == bytes)
        #expect(symbols.kindOfText(phase: phase, near: phase) == .bytes)
        // Three bytes are four digits; a byte takes in each digit that has a bit of it.
        #expect(layer.sourceRange(of: 3..<6) == phase + 4..<phase + 8)
        #expect(layer.sourceRange(of: 4..<5) == phase + 5..<phase + 7)
        #expect(layer.part(startingIn: phase + 4..<phase + 8) == 3..<6)
    }

    @Test func hexadecimal() {
        let bytes: [UInt8] = [0, 1, 0x7F, 0x80, 0xAB, 0xFF]
        let text = Array("f".utf8) + Encoder.hexadecimal(bytes)
        let symbols = EncodedSymbols(hexadecimal: [0..<text.count], of: text.span)
        let layer = Self.decode(symbols, phase: 1)
        #expect(layer.bytes == bytes)
        #expect(layer.sourceRange(of: 2..<4) == 5..<9)
    }

    @Test func linesAreOneText() {
        let bytes = Array("some text that is in several lines".utf8)
        let text = Encoder.lines(Encoder.base64(bytes, isPadded: false), length: 10)
        let lines = text.split(separator: 0x0A).map { $0.startIndex..<$0.endIndex }
        let layer = Self.decode(EncodedSymbols(base64: lines, of: text.span), phase: 0)
        #expect(layer.bytes == bytes)
        #expect(layer.sourceRange(of: 0..<bytes.count) == 0..<text.count)
    }
}
