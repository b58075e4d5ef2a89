import Blobs

/// The fragments of a message, as far as they were put together.
struct FragmentChain {
    /// How many headers of fragments, and bytes of them, are kept until the message is read.
    private static let mostHeaders = 1 << 10
    private static let mostHeaderBytes = 1 << 20

    /// The one that is being read.
    var last: FragmentFacts

    /// The headers of the fragments behind the first one, which are told behind the message.
    private var headers: [(part: MailPart, bytes: [UInt8])] = []
    private var headerBytes = 0
    private var told = 0

    init(_ first: FragmentFacts) {
        last = first
    }

    /// Whether one more fragment can be taken.
    var hasRoom: Bool { headers.count < Self.mostHeaders && headerBytes < Self.mostHeaderBytes }

    mutating func add(_ part: MailPart, _ bytes: [UInt8]) {
        headerBytes += bytes.count
        headers.append((part, bytes))
    }

    /// The next header that is told.
    mutating func takeHeader() -> (part: MailPart, bytes: [UInt8])? {
        guard told < headers.count else { return nil }
        told += 1
        return headers[told - 1]
    }
}
