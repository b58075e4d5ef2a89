import Blobs
import Containers

/// The content of the part that a source has in hand.
final class MailPartBytes: ContainerSource {
    private let items: any MailItemSource

    let size: Int? = nil
    let canSeek = false
    private(set) var failure: SourceFailure?

    init(_ items: any MailItemSource) {
        self.items = items
    }

    func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        do throws(MailItemError) {
            return try items.read(into: &buffer)
        } catch {
            failure = error.failure
            throw ByteSourceError(offset: offset, errorNumber: 0)
        }
    }
}
