import Blobs
import Containers
import Mail

/// A stream of a compound file.
final class CompoundStreamSource: ContainerSource {
    private let file: CompoundFile
    private let stream: CompoundStream
    private(set) var failure: SourceFailure?

    let canSeek = true

    init(_ stream: CompoundStream, of file: CompoundFile) {
        self.stream = stream
        self.file = file
    }

    var size: Int? { stream.size }

    func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        do throws(OutlookError) {
            return try file.read(stream, at: offset, into: &buffer)
        } catch {
            failure = MailItemError(error).failure
            throw ByteSourceError(offset: offset, errorNumber: 0)
        }
    }
}
