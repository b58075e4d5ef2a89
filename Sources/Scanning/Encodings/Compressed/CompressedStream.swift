import Blobs

/// A compressed stream at the start of what was decoded from a text.
enum CompressedStream {
    /// Digits of an encoded text that are looked at to tell whether it begins with a stream.
    private static let probed = 400

    /// Bytes that come out of the start of what is no stream, at most; and fewer are not worth a search: the shortest
    /// credential.
    private static let chance = 64
    static let least = 20

    /// Inflates the stream, or the streams that follow each other, at the start of `layer`.
    ///
    /// - Parameter limit: bytes that are made at most.
    /// - Returns: what comes out, as far as it goes, and how it ended.
    static func inflate(
        _ layer: EncodedLayer, as kind: CompressedKind, limit: Int
    ) -> (text: EncodedLayer, ending: DeflateReader.Ending) {
        var text = EncodedLayer(kind.encoding, in: layer, stream: layer.sourceRange(of: 0..<1).lowerBound)
        var start = 0
        while let data = kind.dataStart(in: layer.bytes, from: start) {
            let (ending, end) = DeflateReader.inflate(
                layer.bytes, from: data, limit: limit - text.bytes.count, into: &text)
            guard ending == .complete, kind == .gzip else { return (text, ending) }
            start = end + kind.trailerLength
        }
        return (text, start == 0 ? .broken : .complete)
    }

    /// Whether a run of digits begins with a stream, or with base64 of one.
    ///
    /// Nearly all that do not are told by their first bytes.
    static func begins(_ run: Range<Int>, in text: Span<UInt8>, isHexadecimal: Bool) -> Bool {
        let start = run.prefix(isHexadecimal ? 6 : 4)
        let first =
            isHexadecimal ? EncodedSymbols.hexadecimalHead(text, start) : EncodedSymbols.base64Head(text, start)
        guard let first else { return false }
        if let kind = CompressedKind(first.0, first.1, first.2) {
            // Two bytes are a weak sign: what follows must be a stream too.
            return kind == .gzip || isStream(kind, run.prefix(probed), in: text, isHexadecimal: isHexadecimal)
        }
        guard EncodedSymbols.base64Digit(first.0) != nil, EncodedSymbols.base64Digit(first.1) != nil,
            EncodedSymbols.base64Digit(first.2) != nil
        else { return false }
        let layer = bytes(of: run.prefix(2 * 6), in: text, isHexadecimal: isHexadecimal)
        guard layer.bytes.count >= 6, let inner = EncodedSymbols.base64Head(layer.bytes.span, 0..<4) else {
            return false
        }
        return CompressedKind(inner.0, inner.1, inner.2) == .gzip
    }

    private static func isStream(
        _ kind: CompressedKind, _ run: Range<Int>, in text: Span<UInt8>, isHexadecimal: Bool
    ) -> Bool {
        let (out, ending) = inflate(
            bytes(of: run, in: text, isHexadecimal: isHexadecimal), as: kind, limit: chance + 1)
        return ending == .full || out.bytes.count >= least && ending != .broken
    }

    private static func bytes(of run: Range<Int>, in text: Span<UInt8>, isHexadecimal: Bool) -> EncodedLayer {
        var layer = EncodedLayer(isHexadecimal ? .hexadecimal : .base64, in: nil)
        let symbols =
            isHexadecimal
            ? EncodedSymbols(hexadecimal: [run], of: text) : EncodedSymbols(base64: [run], of: text)
        symbols.decode(phase: 0, into: &layer)
        return layer
    }
}
