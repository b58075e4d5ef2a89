/// Which entries of folders are wanted: `--include` and `--exclude`.
public struct Selection: Sendable {
    private let included: [Glob]
    private let excluded: [Glob]

    /// - Parameters:
    ///   - included: files must match one of these, or lie in a folder that does; none means all files.
    ///   - excluded: files and folders that match one of these are left out, with everything in them.
    public init(including included: [Glob] = [], excluding excluded: [Glob] = []) {
        self.included = included
        self.excluded = excluded
    }

    /// Whether everything is wanted, so that nobody needs to ask.
    public var isEmpty: Bool { included.isEmpty && excluded.isEmpty }

    /// Whether an entry that a walk comes to is wanted. The folders above it were asked about before.
    ///
    /// - Parameter path: from the root of the walk on, without `/` at either end.
    ///
    /// Complexity: O(patterns × path).
    public func includes(_ path: Span<UInt8>, isFolder: Bool) -> Bool {
        for glob in excluded where glob.matches(path, isDirectory: isFolder) { return false }
        if isFolder || included.isEmpty { return true }
        for glob in included where glob.covers(path, isDirectory: false) { return true }
        return false
    }
}
