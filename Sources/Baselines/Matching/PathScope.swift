import Blobs
import Inputs

/// The files in which an entry holds.
struct PathScope {
    private let globs: [Glob]

    /// - Parameter patterns: each of them valid.
    init(_ patterns: [String]) {
        globs = patterns.compactMap(Self.glob)
    }

    /// Whether one of the patterns covers one of the paths: the file itself, or a folder above it.
    ///
    /// - Complexity: O(patterns × paths × bytes of both).
    func holds(forAnyOf paths: [RawPath]) -> Bool {
        paths.contains { path in
            // Patterns count from the root on, and have no slash there.
            let bytes = Array(path.bytes.drop { $0 == UInt8(ascii: "/") })
            return globs.contains { $0.covers(bytes.span, isDirectory: false) }
        }
    }

    static func isValid(_ pattern: String) -> Bool {
        glob(pattern) != nil
    }

    private static func glob(_ pattern: String) -> Glob? {
        try? Glob(RawPath(pattern).withoutDotFolder.bytes)
    }
}
