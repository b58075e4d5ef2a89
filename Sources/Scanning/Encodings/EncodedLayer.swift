import Blobs

/// A text that was decoded from a part of a window, perhaps in several steps, with a map back to the window's bytes.
struct EncodedLayer {
    /// Where in the window stands what a byte was made of, half-open.
    private struct Source {
        let start: Int32
        let end: Int32
    }

    /// What it was decoded from, outermost first.
    let encodings: [Encoding]

    /// Where in the window the outermost compressed stream begins that this text was in; `nil` if it was in none.
    let stream: Int?
    private(set) var bytes: [UInt8] = []

    /// For each byte. Both ends ascend.
    private var sources: [Source] = []

    /// The same of the text in which this one was found; `nil` if that is the window itself.
    private let parent: [Source]?

    /// How many of the encodings are compressed streams.
    var compressedCount: Int { encodings.count { $0 == .gzip || $0 == .zlib } }

    /// A text without bytes so far.
    ///
    /// - Parameters:
    ///   - parent: the text that it is decoded from; `nil` for the window itself.
    ///   - stream: where in the window it begins, if it is compressed.
    init(_ encoding: Encoding, in parent: EncodedLayer?, stream: Int? = nil) {
        encodings = (parent?.encodings ?? []) + [encoding]
        self.stream = parent?.stream ?? stream
        self.parent = parent?.sources
    }

    /// Appends a byte that was made of a part of the text it is decoded from.
    mutating func append(_ byte: UInt8, from range: Range<Int>) {
        bytes.append(byte)
        if let parent {
            sources.append(Source(start: parent[range.lowerBound].start, end: parent[range.upperBound - 1].end))
        } else {
            let (start, end) = (
                Int32(truncatingIfNeeded: range.lowerBound), Int32(truncatingIfNeeded: range.upperBound)
            )
            sources.append(Source(start: start, end: end))
        }
    }

    /// The bytes of the window that a part of this text was made of, half-open.
    ///
    /// - Precondition: `range` is not empty.
    func sourceRange(of range: Range<Int>) -> Range<Int> {
        Int(sources[range.lowerBound].start)..<Int(sources[range.upperBound - 1].end)
    }

    /// The bytes of this text whose encoded form begins in a part of the window. A compressed stream can be read from
    /// its start only, so all that is in it counts as beginning there.
    func part(startingIn source: Range<Int>) -> Range<Int> {
        if let stream { return source.contains(stream) ? 0..<bytes.count : 0..<0 }
        let start = sources.partitioningIndex { $0.start >= source.lowerBound }
        return start..<sources.partitioningIndex { $0.start >= source.upperBound }
    }
}
