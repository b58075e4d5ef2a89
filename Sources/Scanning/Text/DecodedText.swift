import Blobs

/// A stretch of a segment in a wide encoding, as UTF-8, with a map back to the bytes it came from.
///
/// What is not valid in the encoding becomes U+FFFD, one for each code unit.
struct DecodedText {
    /// Where in the text a sample of the map was taken.
    private struct Sample {
        let decoded: Int
        let source: Int
    }

    /// Code units between two samples: a look-up decodes at most this many.
    private static let sampleDistance = 64

    private(set) var bytes: [UInt8] = []
    private var samples: [Sample] = []
    private(set) var encoding = TextEncoding.utf16LittleEndian
    private var sourceEnd = 0

    /// Whether a range ends behind its last letter, because its byte order, and so its last unit's end, is not known.
    private var endsAtLetter = false

    /// Decodes `range` of `segment`, replacing what was here.
    ///
    /// Source offsets are offsets into `segment`. An incomplete unit at the end is left out.
    ///
    /// Complexity: O(n); allocates only until its buffers have grown to the largest stretch met.
    mutating func decode(_ segment: Span<UInt8>, range: Range<Int>, encoding: TextEncoding) {
        bytes.removeAll(keepingCapacity: true)
        samples.removeAll(keepingCapacity: true)
        self.encoding = encoding
        endsAtLetter = false
        let width = encoding.unitWidth
        var source = range.lowerBound
        var unitsUntilSample = 0
        while source + width <= range.upperBound {
            if unitsUntilSample <= 0 {
                samples.append(Sample(decoded: bytes.count, source: source))
                unitsUntilSample = Self.sampleDistance
            }
            let (scalar, units) = Self.scalar(in: segment, at: source, before: range.upperBound, encoding: encoding)
            appendUTF8(scalar)
            source += units * width
            unitsUntilSample -= units
        }
        sourceEnd = source
        samples.append(Sample(decoded: bytes.count, source: source))
    }

    /// Takes the letters of `region`, replacing what was here.
    ///
    /// A letter at an even offset of the blob is taken for the first byte of its unit: units are aligned in nearly
    /// every file, and only the name of the encoding depends on it.
    ///
    /// - Parameter origin: the offset of the segment in its blob.
    mutating func decode(_ segment: Span<UInt8>, region: WideRegionFinder.Region, origin: Int) {
        bytes.removeAll(keepingCapacity: true)
        samples.removeAll(keepingCapacity: true)
        let isLittleEndian = (origin + region.firstLetter) % region.width == 0
        encoding =
            region.width == 2
            ? (isLittleEndian ? .utf16LittleEndian : .utf16BigEndian)
            : (isLittleEndian ? .utf32LittleEndian : .utf32BigEndian)
        endsAtLetter = true
        for index in 0..<region.letterCount {
            let source = region.firstLetter + index * region.width
            if index % Self.sampleDistance == 0 { samples.append(Sample(decoded: index, source: source)) }
            bytes.append(segment[source])
        }
        sourceEnd = region.firstLetter + (region.letterCount - 1) * region.width + 1
        samples.append(Sample(decoded: region.letterCount, source: sourceEnd))
    }

    /// The source range of a decoded range, from its first byte to its last one's end, half-open.
    ///
    /// - Precondition: `decoded` is not empty.
    func sourceRange(ofDecoded decoded: Range<Int>) -> Range<Int> {
        let end =
            endsAtLetter
            ? sourceOffset(ofDecoded: decoded.upperBound - 1) + 1 : sourceOffset(ofDecoded: decoded.upperBound)
        return sourceOffset(ofDecoded: decoded.lowerBound)..<end
    }

    /// The source offset of the scalar whose UTF-8 begins at or spans `decoded`.
    func sourceOffset(ofDecoded decoded: Int) -> Int {
        walk { next, _ in next > decoded }.source
    }

    /// The offset in `bytes` of the first scalar that begins at or after the source offset `source`.
    func decodedOffset(ofSource source: Int) -> Int {
        if source >= sourceEnd { return bytes.count }
        let before = walk { _, next in next > source }
        return before.source >= source ? before.decoded : before.decoded + Self.length(ofLead: bytes[before.decoded])
    }

    /// Walks forward, scalar by scalar, while the next scalar's start does not satisfy `isBeyond`.
    private func walk(until isBeyond: (_ decoded: Int, _ source: Int) -> Bool) -> (decoded: Int, source: Int) {
        var low = 0
        var high = samples.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if isBeyond(samples[middle].decoded, samples[middle].source) { high = middle } else { low = middle }
        }
        var (decoded, source) = (samples[low].decoded, samples[low].source)
        while decoded < bytes.count {
            let length = Self.length(ofLead: bytes[decoded])
            let units = length == 4 && encoding.unitWidth == 2 ? 2 : 1
            let (nextDecoded, nextSource) = (decoded + length, source + units * encoding.unitWidth)
            if isBeyond(nextDecoded, nextSource) { break }
            (decoded, source) = (nextDecoded, nextSource)
        }
        return (decoded, source)
    }

    /// UTF-8 length by first byte; the bytes here are valid UTF-8.
    private static func length(ofLead byte: UInt8) -> Int {
        byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }

    private static func unit(in segment: Span<UInt8>, at offset: Int, encoding: TextEncoding) -> UInt32 {
        var value: UInt32 = 0
        let width = encoding.unitWidth
        for index in 0..<width {
            let byte = segment[encoding.isLittleEndian ? offset + width - 1 - index : offset + index]
            value = value << 8 | UInt32(byte)
        }
        return value
    }

    private static func scalar(
        in segment: Span<UInt8>, at offset: Int, before end: Int, encoding: TextEncoding
    ) -> (scalar: UInt32, units: Int) {
        let first = unit(in: segment, at: offset, encoding: encoding)
        guard encoding.unitWidth == 2 else {
            return (Unicode.Scalar(first) == nil ? 0xFFFD : first, 1)
        }
        guard first & 0xF800 == 0xD800 else { return (first, 1) }
        guard first < 0xDC00, offset + 4 <= end else { return (0xFFFD, 1) }
        let second = unit(in: segment, at: offset + 2, encoding: encoding)
        guard second & 0xFC00 == 0xDC00 else { return (0xFFFD, 1) }
        return (0x10000 + (first & 0x3FF) << 10 + second & 0x3FF, 2)
    }

    private mutating func appendUTF8(_ scalar: UInt32) {
        func continuation(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
        if scalar < 0x80 {
            bytes.append(UInt8(scalar))
        } else if scalar < 0x800 {
            bytes.append(UInt8(0xC0 | scalar >> 6))
            bytes.append(continuation(0))
        } else if scalar < 0x10000 {
            bytes.append(UInt8(0xE0 | scalar >> 12))
            bytes.append(continuation(6))
            bytes.append(continuation(0))
        } else {
            bytes.append(UInt8(0xF0 | scalar >> 18))
            bytes.append(continuation(12))
            bytes.append(continuation(6))
            bytes.append(continuation(0))
        }
    }
}
