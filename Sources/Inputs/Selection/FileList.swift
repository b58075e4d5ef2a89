import Blobs

/// The paths in a list of files (`--files-from`), one after the other, in bounded memory.
///
/// Empty names are left out. The last name needs no separator behind it.
public struct FileList<Source: ByteSource & ~Copyable>: ~Copyable {
    /// What stands between two names.
    public enum Separator: UInt8, Hashable, Sendable {
        /// LF. A CR before it belongs to the name, because names may end so.
        case lineFeed = 0x0A

        /// NUL, for names that may hold LF: `find -print0`, `git ls-files -z`.
        case nul = 0
    }

    private var source: Source
    private let separator: Separator
    private let nameLimit: Int

    private var buffer: [UInt8]
    private var filled = 0

    /// Where in `buffer` the next name starts or goes on.
    private var next = 0

    private var offset = 0

    /// - Parameters:
    ///   - nameLimit: The longest name that is taken, in bytes.
    ///   - bufferSize: How many bytes are read at a time.
    public init(
        _ source: consuming Source, separator: Separator = .lineFeed, nameLimit: Int = 1 << 20,
        bufferSize: Int = 1 << 16
    ) {
        precondition(nameLimit > 0 && bufferSize > 0)
        self.source = source
        self.separator = separator
        self.nameLimit = nameLimit
        buffer = [UInt8](repeating: 0, count: bufferSize)
    }

    /// The next path; `nil` at the end of the list.
    ///
    /// - Throws: `nameTooLong`; `invalidName` for a NUL in a list of lines; `failed` when the list cannot be read.
    ///   The list is of no use behind an error.
    ///
    /// Complexity: O(n) in the bytes up to the end of the path.
    public mutating func nextPath() throws(InputError) -> RawPath? {
        var name: [UInt8] = []
        while true {
            if next == filled, try !fill() {
                return name.isEmpty ? nil : try path(name)
            }
            let rest = buffer[next..<filled]
            let end = rest.firstIndex(of: separator.rawValue)
            let piece = rest[..<(end ?? filled)]
            guard name.count + piece.count <= nameLimit else { throw .nameTooLong(limit: nameLimit) }
            name.append(contentsOf: piece)
            next = end.map { $0 + 1 } ?? filled
            if end != nil, !name.isEmpty { return try path(name) }
        }
    }

    /// - Returns: `false` at the end of the source.
    private mutating func fill() throws(InputError) -> Bool {
        // Moved out, not copied, for the time of the read: the source is a part of this value too.
        var piece: [UInt8] = []
        swap(&piece, &buffer)
        defer { swap(&piece, &buffer) }
        do {
            var span = piece.mutableSpan
            filled = try source.read(into: &span, at: offset)
        } catch {
            throw InputError(errorNumber: error.errorNumber)
        }
        next = 0
        offset += filled
        return filled > 0
    }

    private func path(_ name: [UInt8]) throws(InputError) -> RawPath {
        guard !name.contains(0) else { throw .invalidName }
        return RawPath(name)
    }
}
