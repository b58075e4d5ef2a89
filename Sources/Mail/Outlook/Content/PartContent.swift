/// The bytes of a part, decoded, in pieces that follow each other.
protocol PartContent: AnyObject {
    /// Bytes in all, if that is known before they are decoded.
    var size: Int? { get }

    /// The next bytes, at least one; `nil` at the end.
    func next() throws(OutlookError) -> [UInt8]?
}
