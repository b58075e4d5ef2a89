import Blobs
import Containers

/// Mail in any format, read forward, part by part. For one worker.
protocol MailItemSource: AnyObject {
    /// Whether it may hold several messages, so that paths must name them.
    var holdsMessages: Bool { get }

    /// The next part; what is left of the one before is skipped. `nil` at the end.
    ///
    /// - Throws: why a part cannot be had, and its section; the next call goes on behind it.
    func next() throws(MailItemError) -> MailItem?

    /// Bytes of the part in hand, at least 1; 0 only at its end.
    ///
    /// - Throws: why the rest of it cannot be had.
    func read(into buffer: inout MutableSpan<UInt8>) throws(MailItemError) -> Int

    /// Whether the part that was read to its end had bytes that do not belong there, or is of a message that is not
    /// there as a whole.
    var isDamaged: Bool { get }

    /// Whether the part that was read to its end holds messages that were not opened.
    var isTooDeep: Bool { get }
}

/// Why a part of mail cannot be had.
struct MailItemError: Error {
    let failure: SourceFailure
    var section = ""
}
