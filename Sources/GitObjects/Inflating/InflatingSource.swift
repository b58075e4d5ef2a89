import Blobs

/// The content of one object, inflated as it is read: 64 KiB of input at a time, however large the object.
///
/// Reading goes forward only. Ask `problem` at the end: it says whether the content was what it should be.
public struct InflatingSource: ByteSource, ~Copyable {
    private static let inputBytes = 64 << 10

    /// Of the object.
    public let kind: ObjectKind

    /// Bytes of content that the object declares. No more are given.
    public let size: Int?

    /// What was found wrong by now: a size or a name that the content does not have. Final when `read` returned 0.
    public private(set) var problem: ObjectError?

    private let declaredSize: Int
    private let file: OpenFile
    private let fileEnd: Int
    private var fileOffset: Int
    private var stream = ZlibStream()
    private var input: [UInt8]
    private var inputStart = 0
    private var inputEnd = 0

    /// Bytes of content that were inflated by now.
    private var position = 0
    private var isFinished = false

    /// The name that the content must have, and its hash so far.
    private var expected: ObjectID?
    private var hasher: ObjectHasher?

    /// - Parameters:
    ///   - range: where the stream is in the file; it may end earlier.
    ///   - size: of the content.
    ///   - header: how many bytes in front of the content to leave out.
    ///   - name: what header and content must hash to, if that is to be seen.
    init(
        _ file: OpenFile, range: Range<Int>, kind: ObjectKind, size: Int, header: Int = 0, name: ObjectID? = nil
    ) throws(ObjectError) {
        self.file = file
        self.kind = kind
        self.size = size
        declaredSize = size
        fileOffset = range.lowerBound
        fileEnd = range.upperBound
        input = Array(repeating: 0, count: min(Self.inputBytes, max(1, range.count)))
        expected = name
        hasher = name.map { ObjectHasher($0.format) }
        var rest = header
        var scratch = [UInt8](repeating: 0, count: 64)
        while rest > 0 {
            var span = scratch.mutableSpan
            var piece = span._mutatingExtracting(0..<min(rest, 64))
            guard let count = inflate(&piece), count > 0 else { throw .corrupt("the header cannot be inflated") }
            rest -= count
        }
    }

    /// - Throws: `ByteSourceError` without an error number when the stream is broken or cut. What was read before stays
    ///   valid.
    public mutating func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        precondition(offset >= position || isFinished, "this source reads forward only")
        precondition(!buffer.isEmpty, "there must be room")
        if offset > position { try skip(to: offset) }
        guard !isFinished, position < declaredSize else {
            finish()
            return 0
        }
        var room = buffer._mutatingExtracting(0..<min(buffer.count, declaredSize - position))
        return try advance(&room)
    }

    private mutating func skip(to offset: Int) throws(ByteSourceError) {
        var scratch = [UInt8](repeating: 0, count: 16 << 10)
        while position < min(offset, declaredSize), !isFinished {
            var span = scratch.mutableSpan
            var room = span._mutatingExtracting(0..<min(span.count, min(offset, declaredSize) - position))
            _ = try advance(&room)
        }
    }

    private mutating func advance(_ room: inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int {
        guard let count = inflate(&room) else {
            isFinished = true
            problem = .corrupt("the compressed stream is broken or cut")
            throw ByteSourceError(offset: position, errorNumber: 0)
        }
        position += count
        if count == 0 { finish() }
        return count
    }

    /// - Returns: How many bytes were inflated, 0 behind the last one, `nil` when the stream is broken.
    private mutating func inflate(_ room: inout MutableSpan<UInt8>) -> Int? {
        while true {
            if inputStart == inputEnd, fileOffset < fileEnd {
                let count = min(input.count, fileEnd - fileOffset)
                guard Self.fill(&input, count: count, from: file, at: fileOffset) else { return nil }
                (inputStart, inputEnd) = (0, count)
                fileOffset += count
            }
            let step = Self.step(&stream, input, inputStart..<inputEnd, &room)
            inputStart += step.consumed
            if step.produced > 0 {
                hasher?.update(room.span.extracting(0..<step.produced))
                return step.produced
            }
            switch step.status {
            case .ended: return 0
            case .broken: return nil
            case .goesOn: if step.consumed == 0, fileOffset >= fileEnd { return nil }
            }
        }
    }

    private static func fill(_ input: inout [UInt8], count: Int, from file: OpenFile, at offset: Int) -> Bool {
        var span = input.mutableSpan
        var piece = span._mutatingExtracting(0..<count)
        return file.fill(&piece, at: offset)
    }

    private static func step(
        _ stream: inout ZlibStream, _ input: [UInt8], _ range: Range<Int>, _ room: inout MutableSpan<UInt8>
    ) -> ZlibStream.Step {
        stream.inflate(input.span.extracting(range), into: &room)
    }

    /// The stream must end where the content does, and the name must be right.
    private mutating func finish() {
        guard !isFinished else { return }
        isFinished = true
        var spare: [UInt8] = [0]
        var span = spare.mutableSpan
        if position < declaredSize {
            problem = .corrupt("the content is shorter than declared")
        } else if inflate(&span) != 0 {
            problem = .corrupt("the content goes on where it should end")
        } else if let expected, let hasher, hasher.finish() != expected {
            problem = .corrupt("the content has another name")
        }
        hasher = nil
    }
}
