import Blobs

/// One thing that a PDF file holds.
public struct PDFPart: Sendable {
    /// "page 3" (counted from 1, in the order of the page tree), "strings", "attachment/credentials.csv", or
    /// "object 12".
    public let name: RawPath

    /// Text in UTF-8, lines as on the page; of an attachment and of other streams, the decoded bytes.
    public let bytes: [UInt8]

    /// Whether a limit was reached in it, so that its end is missing.
    public let isCut: Bool

    public init(name: RawPath, bytes: [UInt8], isCut: Bool) {
        self.name = name
        self.bytes = bytes
        self.isCut = isCut
    }
}
