import Blobs
import Containers
import Inputs

/// The bytes of an open file, to be read as a container in any order. Valid as long as its source lives.
final class FileBytes: ContainerSource {
    private let reader: PositionalReader
    private let shouldStop: () -> Bool

    let size: Int?
    let canSeek = true
    private(set) var failure: SourceFailure?

    /// The end of what was read furthest.
    private var reached = 0

    /// - Parameters:
    ///   - size: bytes of the file.
    ///   - shouldStop: asked before each read.
    init(_ reader: PositionalReader, size: Int, shouldStop: @escaping () -> Bool) {
        self.reader = reader
        self.size = size
        self.shouldStop = shouldStop
    }

    func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        guard let size, offset < size else { return 0 }
        var part = buffer._mutatingExtracting(0..<min(buffer.count, size - offset))
        if shouldStop() {
            failure = .stopped
        } else if reader.fill(&part, at: offset) {
            reached = max(reached, offset + part.count)
            return part.count
        } else {
            failure = .system(0, offset: offset)
        }
        throw ByteSourceError(offset: offset, errorNumber: 0)
    }

    /// How reading went, as far as it went.
    var end: SegmentFeeder.End {
        switch failure {
        case nil: .complete(bytes: size ?? reached)
        case .system(let number, let offset): .failed(ByteSourceError(offset: offset, errorNumber: number))
        case .stopped, .limit, .container: .stopped(bytes: reached)
        }
    }
}
