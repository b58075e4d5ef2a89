import Blobs

/// The texts that a run may stand for, decoded.
enum EncodedTexts {
    /// The regions that were decoded, each in one encoding, so that none is decoded twice.
    struct Seen {
        private struct Key: Hashable {
            let encoding: Encoding
            let region: EncodedRegion
        }

        private var keys: Set<Key> = []

        /// Where the joined text ends that reaches furthest: runs come in order.
        private var joinedEnds: [Encoding: Int] = [:]

        /// Whether a run is a part of a joined text.
        func isJoined(_ run: Range<Int>, _ encoding: Encoding) -> Bool {
            run.upperBound <= joinedEnds[encoding, default: 0]
        }

        /// Whether the region is met for the first time.
        mutating func insert(_ region: EncodedRegion, _ encoding: Encoding) -> Bool {
            if region.extent == .joined {
                joinedEnds[encoding] = max(joinedEnds[encoding, default: 0], region.bounds.upperBound)
            }
            return keys.insert(Key(encoding: encoding, region: region)).inserted
        }
    }

    /// Calls `body` with every compressed stream that begins with a run, as the bytes that the run stands for.
    static func forEachStream(
        of run: EncodedRun, in text: Span<UInt8>, parent: EncodedLayer?, seen: inout Seen,
        _ body: (EncodedLayer, CompressedKind) -> Void
    ) {
        let isHexadecimal = run.kind == .escapes
        for stretch in isHexadecimal ? HexStretches.find(in: text, run.range) : [run.range] {
            guard
                let region = EncodedRegionFinder.stream(stretch, in: text, isHexadecimal: isHexadecimal)
            else { continue }
            let symbols =
                isHexadecimal
                ? EncodedSymbols(hexadecimal: region.pieces, of: text) : EncodedSymbols(base64: region.pieces, of: text)
            var layer = EncodedLayer(isHexadecimal ? .hexadecimal : symbols.isURL ? .base64URL : .base64, in: parent)
            symbols.decode(phase: 0, into: &layer)
            // Base64 of a stream is a text, and found as one.
            guard let kind = CompressedKind(in: layer.bytes, at: 0), seen.insert(region, kind.encoding) else {
                continue
            }
            body(layer, kind)
        }
    }

    /// Calls `body` with every text that looks like one.
    static func forEach(
        of run: EncodedRun, in text: Span<UInt8>, parent: EncodedLayer?, seen: inout Seen,
        _ body: (EncodedLayer, EncodedRegion.Extent) -> Void
    ) {
        switch run.kind {
        case .base64:
            let isJoined = seen.isJoined(run.range, .base64)
            for region in EncodedRegionFinder.base64(around: run.range, in: text, isJoined: isJoined)
            where seen.insert(region, .base64) {
                let symbols = EncodedSymbols(base64: region.pieces, of: text)
                decode(
                    symbols, symbols.isURL ? .base64URL : .base64, region, near: run.range.lowerBound, parent: parent,
                    body)
            }
        case .escapes:
            for stretch in HexStretches.find(in: text, run.range) {
                let isJoined = seen.isJoined(stretch, .hexadecimal)
                for region in EncodedRegionFinder.hexadecimal(around: stretch, in: text, isJoined: isJoined)
                where seen.insert(region, .hexadecimal) {
                    let symbols = EncodedSymbols(hexadecimal: region.pieces, of: text)
                    decode(symbols, .hexadecimal, region, near: stretch.lowerBound, parent: parent, body)
                }
            }
            for kind in EscapeScanner.kinds where holds(text, run.range, kind.start) {
                decodeEscapes(kind.encoding, of: run.range, in: text, parent: parent, seen: &seen, body)
            }
        }
    }

    private static func decode(
        _ symbols: EncodedSymbols, _ encoding: Encoding, _ region: EncodedRegion, near place: Int,
        parent: EncodedLayer?, _ body: (EncodedLayer, EncodedRegion.Extent) -> Void
    ) {
        for phase in 0..<symbols.phases {
            guard let kind = symbols.kindOfText(phase: phase, near: place) else { continue }
            var layer = EncodedLayer(encoding, in: parent)
            symbols.decode(phase: phase, into: &layer)
            switch kind {
            case .bytes: body(layer, region.extent)
            case .utf16LittleEndian: body(UTF16Layer.decode(layer, .utf16LittleEndian), region.extent)
            case .utf16BigEndian: body(UTF16Layer.decode(layer, .utf16BigEndian), region.extent)
            }
        }
    }

    private static func decodeEscapes(
        _ encoding: Encoding, of run: Range<Int>, in text: Span<UInt8>, parent: EncodedLayer?, seen: inout Seen,
        _ body: (EncodedLayer, EncodedRegion.Extent) -> Void
    ) {
        let region = EscapedText.region(around: run, of: encoding, in: text)
        guard seen.insert(EncodedRegion(pieces: [region], extent: .grown), encoding) else { return }
        var layer = EncodedLayer(encoding, in: parent)
        EscapedText.decode(region, of: text, into: &layer, encoding)
        guard layer.bytes.count < region.count, TextSample.isTextSomewhere(in: layer.bytes) else { return }
        body(layer, .grown)
    }

    private static func holds(_ text: Span<UInt8>, _ range: Range<Int>, _ byte: UInt8) -> Bool {
        range.contains { text[$0] == byte }
    }
}
