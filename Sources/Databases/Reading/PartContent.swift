/// Gives the bytes of one part.
protocol PartContent: AnyObject {
    /// Bytes, if they are known.
    var size: Int? { get }

    /// More bytes, behind those that were given before.
    ///
    /// - Returns: how many, 0 at the end.
    func read(into buffer: inout MutableSpan<UInt8>) throws(DatabaseError) -> Int
}
