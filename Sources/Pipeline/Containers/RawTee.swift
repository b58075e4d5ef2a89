import Blobs
import Containers
import Findings
import Scanning

/// A container that is too large to be kept and can be read once only: what is read of it to get at its members is
/// searched as it stands on the way, with a scanner of its own.
final class RawTee: ContainerSource {
    private static let pieceSize = 64 * 1024

    private let source: any ContainerSource
    private var scanner: Scanner
    private var feeder: SegmentFeeder
    private let provenance: Provenance
    private var position = 0
    private var hasEnded = false

    /// For tar archives: what members hold is searched as the members that they are.
    private var skeleton: TarSkeleton?

    init(
        _ source: any ContainerSource, of format: BlobFormat, scanner: consuming Scanner,
        feeder: consuming SegmentFeeder, provenance: Provenance, ignoresPath: Bool
    ) {
        var ownScanner = scanner
        var ownFeeder = feeder
        ownFeeder.begin(size: nil, scanner: &ownScanner, ignoresPath: ignoresPath)
        self.source = source
        skeleton = format == .container(.tar) ? TarSkeleton() : nil
        self.scanner = ownScanner
        self.feeder = ownFeeder
        self.provenance = provenance
    }

    var size: Int? { nil }
    let canSeek = false
    var failure: SourceFailure? { source.failure }

    func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        precondition(offset == position, "a stream is read front to back")
        let count = try source.read(into: &buffer, at: offset)
        position += count
        hasEnded = count == 0
        if skeleton == nil {
            feeder.take(buffer.span.extracting(0..<count), to: &scanner) { provenance }
        } else {
            // The archive is read from what is in the buffer.
            var piece = Array(copying: buffer.span.extracting(0..<count))
            var bytes = piece.mutableSpan
            skeleton?.clear(&bytes)
            feeder.take(piece.span, to: &scanner) { provenance }
        }
        return count
    }

    /// Reads what nobody has asked for, and ends the blob that the container is.
    func finish(shouldStop: () -> Bool) -> BlobOutcome {
        var piece = [UInt8](repeating: 0, count: Self.pieceSize)
        var end: SegmentFeeder.End?
        do throws(ByteSourceError) {
            while !hasEnded, end == nil {
                if shouldStop() {
                    end = .stopped(bytes: position)
                } else {
                    var span = piece.mutableSpan
                    _ = try read(into: &span, at: position)
                }
            }
        } catch {
            end = .failed(error)
        }
        let bytes = feeder.finish(&scanner) { provenance }
        return BlobOutcome(report: scanner.finish { provenance }, end: end ?? .complete(bytes: bytes))
    }

    /// What the scanner's rules have cost.
    var counts: [RuleCounts] { scanner.counts }
}
