/// What reading a file may cost. Shared by all that read it.
final class ReadBudget {
    /// Bytes that may still be decoded or written.
    private(set) var bytesLeft: Int

    /// Bytes of content streams that may still be run through: some seconds for a small file that inflates to much.
    private(set) var contentLeft: Int

    /// Bytes of objects that may still be parsed.
    private var workLeft: Int

    private let shouldStop: () -> Bool

    /// - Parameter size: of the file, in bytes.
    init(limit: Int, size: Int, shouldStop: @escaping () -> Bool) {
        bytesLeft = max(0, limit)
        contentLeft = 32 << 20 + 16 * min(size, 1 << 50)
        // A plain file is parsed two or three times.
        workLeft = 8 << 20 + 32 * min(size, 1 << 50)
        self.shouldStop = shouldStop
    }

    var isExhausted: Bool { bytesLeft == 0 || workLeft == 0 }

    /// Takes bytes that were decoded or written off.
    func spend(bytes: Int) {
        bytesLeft -= min(bytesLeft, bytes)
    }

    /// Takes bytes of a content stream off.
    ///
    /// - Returns: how many of them may be run through.
    func take(content: Int) -> Int {
        let taken = min(content, contentLeft)
        contentLeft -= taken
        return taken
    }

    /// - Throws: `limit` when an object of so many bytes may not be parsed any more.
    func spend(work: Int) throws(PDFError) {
        guard work < workLeft else {
            workLeft = 0
            throw .limit
        }
        workLeft -= work
    }

    func checkStop() throws(PDFError) {
        if shouldStop() { throw .stopped }
    }
}
