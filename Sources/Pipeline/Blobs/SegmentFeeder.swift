import Blobs
import Containers
import Findings
import Inputs
import Scanning

/// Reads a blob of any size through one buffer and hands it to a scanner, segment by segment.
///
/// A blob that fits into the buffer is one segment. Holes of a sparse file are stepped over.
struct SegmentFeeder: ~Copyable {
    /// How reading went.
    enum End: Hashable {
        /// To the end of the source; so many bytes, holes included.
        case complete(bytes: Int)

        /// Asked to stop, or at the size limit, after so many bytes.
        case stopped(bytes: Int)

        /// The source failed after so many bytes.
        case failed(ByteSourceError)
    }

    /// Bytes of the core of a segment, unless said otherwise.
    static let defaultChunkSize = 1024 * 1024

    /// Bytes of a core that there is room for before a larger file is met: a run over small files, or none, does not
    /// pay for clearing a MiB.
    private static let firstRoom = 64 * 1024

    private let context: SegmentContext
    private let chunkSize: Int
    private var buffer: [UInt8]

    // The segment in hand: where it begins in the blob, how many bytes it has, and where its core starts in it.
    private var origin = 0
    private var filled = 0
    private var coreStart = 0

    /// What the blob in hand begins as, if that can be opened.
    private(set) var format: BlobFormat?

    /// Whether a blob is left alone whose bytes need not be searched as they stand.
    private var leavesFormats = false

    /// Whether the blob in hand was left alone: nothing of it was searched.
    private(set) var hasLeft = false

    init(context: SegmentContext, chunkSize: Int) {
        self.context = context
        self.chunkSize = chunkSize
        buffer = Array(repeating: 0, count: Self.room(forCoreOf: min(chunkSize, Self.firstRoom), in: context))
    }

    /// Bytes of the buffer for cores of `size` bytes. A hole's zeros are put behind what was read, so they need room
    /// too.
    private static func room(forCoreOf size: Int, in context: SegmentContext) -> Int {
        context.before + size + 2 * context.after
    }

    /// Makes the buffer as large as it gets, unless a source of `size` bytes fits as it is.
    private mutating func makeRoom(for size: Int?) {
        let whole = Self.room(forCoreOf: chunkSize, in: context)
        guard buffer.count < whole, size.map({ $0 >= buffer.count - context.after }) ?? true else { return }
        buffer = Array(repeating: 0, count: whole)
    }

    /// Feeds `source` to `scanner` from its first byte on.
    ///
    /// - Parameters:
    ///   - ignoresPath: whether the path of the blob must not matter.
    ///   - limit: how many bytes to read at most.
    ///   - shouldStop: asked before each read.
    mutating func feed<Source: ByteSource & ~Copyable>(
        _ source: inout Source, to scanner: inout Scanner, ignoresPath: Bool = false, limit: Int?,
        shouldStop: () -> Bool, provenance: () -> Provenance
    ) -> End {
        let end = feedFirstCore(
            of: &source, to: &scanner, ignoresPath: ignoresPath, limit: limit, shouldStop: shouldStop,
            provenance: provenance)
        return end
            ?? feedRest(of: &source, to: &scanner, limit: limit, shouldStop: shouldStop, provenance: provenance)
    }

    /// Does as `feed` does, but pauses behind the first core. `feedRest` goes on.
    ///
    /// - Parameter leavesFormats: whether to leave a blob alone whose format replaces its bytes: see `hasLeft`.
    /// - Returns: `nil` when there is more.
    mutating func feedFirstCore<Source: ByteSource & ~Copyable>(
        of source: inout Source, to scanner: inout Scanner, ignoresPath: Bool = false, leavesFormats: Bool = false,
        limit: Int?, shouldStop: () -> Bool, provenance: () -> Provenance
    ) -> End? {
        begin(size: source.size, scanner: &scanner, ignoresPath: ignoresPath)
        self.leavesFormats = leavesFormats
        while nextCore == 0 {
            let end = step(&source, to: &scanner, limit: limit, shouldStop: shouldStop, provenance: provenance)
            if hasLeft { return .complete(bytes: 0) }
            if let end { return end }
        }
        return nil
    }

    /// Begins a blob of `size` bytes, if that is known. What it holds follows.
    mutating func begin(size: Int?, scanner: inout Scanner, ignoresPath: Bool) {
        (origin, filled, coreStart, format) = (0, 0, 0, nil)
        (leavesFormats, hasLeft) = (false, false)
        makeRoom(for: size)
        scanner.begin(ignoresPath: ignoresPath)
    }

    /// Takes bytes that somebody else reads: those that follow what was taken before.
    mutating func take(_ bytes: Span<UInt8>, to scanner: inout Scanner, provenance: () -> Provenance) {
        var taken = 0
        while taken < bytes.count {
            let count = min(bytes.count - taken, buffer.count - context.after - filled)
            let place = filled
            var room = buffer.mutableSpan
            room.copy(bytes.extracting(taken..<taken + count), at: place)
            filled += count
            taken += count
            if filled == buffer.count - context.after { advance(&scanner, provenance: provenance) }
        }
    }

    /// Says that no more bytes follow what was taken.
    ///
    /// - Returns: how many there were.
    mutating func finish(_ scanner: inout Scanner, provenance: () -> Provenance) -> Int {
        scanLast(with: &scanner, provenance: provenance)
        return origin + filled
    }

    /// Whether the blob, which was read to its end, ends as a zip archive does, whatever it begins as.
    func endsAsZip(_ scanner: borrowing Scanner) -> Bool {
        // Nearly all blobs are text, and are done with here.
        scanner.holdsZero && ZipDirectory.isAtEnd(of: buffer.span.extracting(0..<filled))
    }

    /// Feeds what follows the last core.
    mutating func feedRest<Source: ByteSource & ~Copyable>(
        of source: inout Source, to scanner: inout Scanner, limit: Int?, shouldStop: () -> Bool,
        provenance: () -> Provenance
    ) -> End {
        while true {
            let end = step(&source, to: &scanner, limit: limit, shouldStop: shouldStop, provenance: provenance)
            if let end { return end }
        }
    }

    /// Where the next core starts.
    private var nextCore: Int { origin + coreStart }

    /// The cores that follow, of a file with `size` bytes.
    func nextCores(in size: Int) -> CoreRow {
        CoreRow(start: nextCore, size: chunkSize, count: max(0, size - context.after - nextCore) / chunkSize)
    }

    /// Continues at a core that starts at `offset`, at least `context.before` bytes into the source.
    mutating func seek(toCore offset: Int) {
        (origin, filled, coreStart) = (offset - context.before, 0, context.before)
    }

    /// Searches one core of a file that several workers read.
    ///
    /// - Returns: `nil` when not all of the core and its context can be had.
    mutating func search(
        core: Range<Int>, of reader: PositionalReader, with scanner: inout Scanner, provenance: () -> Provenance
    ) -> SegmentMatches? {
        makeRoom(for: nil)
        let count = context.before + core.count + context.after
        let start = core.lowerBound - context.before
        var span = buffer.mutableSpan
        var part = span._mutatingExtracting(0..<count)
        guard reader.fill(&part, at: start) else { return nil }
        return scanner.search(
            buffer.span.extracting(0..<count), origin: start, core: context.before..<context.before + core.count,
            provenance: provenance)
    }

    /// Reads once, and searches once there is a whole segment. Returns `nil` when there is more.
    private mutating func step<Source: ByteSource & ~Copyable>(
        _ source: inout Source, to scanner: inout Scanner, limit: Int?, shouldStop: () -> Bool,
        provenance: () -> Provenance
    ) -> End? {
        if shouldStop() { return stop(&scanner, provenance: provenance) }
        let position = origin + filled
        let data = source.nextData(from: position)
        if data - position > 2 * (context.before + context.after) {
            let isEnd = data == source.size
            crossHole(to: data, isEnd: isEnd, scanner: &scanner, provenance: provenance)
            return isEnd ? .complete(bytes: data) : nil
        }
        do throws(ByteSourceError) {
            // One byte beyond the limit tells whether there is more.
            let room = min(buffer.count - context.after - filled, limit.map { $0 - position + 1 } ?? .max)
            guard room > 0 else { return stop(&scanner, provenance: provenance) }
            let count = try read(&source, room: room, at: position)
            if count == 0 {
                scanLast(with: &scanner, provenance: provenance)
                return .complete(bytes: position)
            }
            filled += count
        } catch {
            scanLast(with: &scanner, provenance: provenance)
            return .failed(error)
        }
        if filled == buffer.count - context.after { advance(&scanner, provenance: provenance) }
        return nil
    }

    private mutating func read<Source: ByteSource & ~Copyable>(
        _ source: inout Source, room: Int, at offset: Int
    ) throws(ByteSourceError) -> Int {
        let filled = filled
        var span = buffer.mutableSpan
        var free = span._mutatingExtracting(filled..<filled + room)
        return try source.read(into: &free, at: offset)
    }

    /// Searches what is in hand, as if it ended here.
    private mutating func stop(_ scanner: inout Scanner, provenance: () -> Provenance) -> End {
        scanLast(with: &scanner, provenance: provenance)
        return .stopped(bytes: max(nextCore, origin + filled))
    }

    private mutating func scanLast(with scanner: inout Scanner, provenance: () -> Provenance) {
        // Where only context has been read again, there is no more to search.
        if filled >= coreStart { scan(filled, .end, with: &scanner, provenance: provenance) }
    }

    /// Searches all but the trailing context and moves the rest to the front.
    private mutating func advance(_ scanner: inout Scanner, provenance: () -> Provenance) {
        let coreEnd = filled - context.after
        scan(coreEnd, .adjacent, with: &scanner, provenance: provenance)
        let kept = max(0, coreEnd - context.before)
        let moved = kept..<filled
        var bytes = buffer.mutableSpan
        bytes.moveToStart(moved)
        origin += kept
        filled -= kept
        coreStart = coreEnd - kept
    }

    /// Searches what is in hand with zeros behind it, and begins a segment with zeros in front of the next data.
    private mutating func crossHole(
        to data: Int, isEnd: Bool, scanner: inout Scanner, provenance: () -> Provenance
    ) {
        let coreEnd = filled
        fillZeros(filled..<filled + context.after)
        filled += context.after
        let nextOrigin = data - context.before
        scan(coreEnd, isEnd ? .end : .hole(until: nextOrigin), with: &scanner, provenance: provenance)
        fillZeros(0..<context.before)
        (origin, filled, coreStart) = (nextOrigin, context.before, context.before)
    }

    private mutating func fillZeros(_ range: Range<Int>) {
        for index in range { buffer[index] = 0 }
    }

    private mutating func scan(
        _ coreEnd: Int, _ continuation: Scanner.Continuation, with scanner: inout Scanner,
        provenance: () -> Provenance
    ) {
        if origin == 0, coreStart == 0 {
            format = BlobFormat.detect(buffer.span.extracting(0..<filled))
            hasLeft = leavesFormats && format?.replacesBytes ?? false
            if hasLeft { return }
        }
        scanner.scan(
            buffer.span.extracting(0..<filled), origin: origin, core: coreStart..<coreEnd, continuation: continuation,
            provenance: provenance)
    }
}
