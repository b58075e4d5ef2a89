// Matching is two loops of the same shape, one over components and one over the bytes of a component:
//
//     walk pattern and text side by side
//     at a star:     remember where, let it stand for nothing
//     at a mismatch: go back to the last star, let it stand for one more; without a star, fail
//
// Only the last star need be remembered: what an earlier one could take more of, the last one can too.
// So the time is O(pattern × path) at worst, and nothing is allocated.

import Blobs

/// A pattern for paths below the root of a scan, much as in gitignore files. It matches bytes, not characters.
///
/// - `?` is any byte, `*` any run of bytes, `[a-z]` one byte of a class and `[!a-z]` or `[^a-z]` one outside it;
///   none of them matches `/`. `\` takes the meaning from the byte behind it.
/// - Without a `/`, but for one at the end, the pattern is about the last component, in whatever folder it is.
/// - With a `/` at the start or inside, it is about the whole path from the root on.
/// - `**/` stands for any number of folders, none included; `/**` at the end for everything inside, at any depth.
/// - With a `/` at the end it matches folders only.
///
/// Unlike in gitignore files, `!` and `#` at the start mean themselves.
public struct Glob: Hashable, Sendable {
    private enum Step: Hashable {
        /// `**`: any number of components.
        case anyDepth
        case component(GlobComponent)
    }

    private let steps: [Step]
    private let isFolderOnly: Bool

    /// - Throws: `invalidGlob` with the offset of what cannot be read: a class without end, a `\` or nothing at the
    /// end,
    ///   an empty component.
    public init(_ pattern: [UInt8]) throws(InputError) {
        let slash = UInt8(ascii: "/")
        var body = pattern[...]
        isFolderOnly = body.last == slash
        if isFolderOnly { body = body.dropLast() }
        let isAnchored = body.contains(slash)
        if body.first == slash { body = body.dropFirst() }
        var steps: [Step] = isAnchored ? [] : [.anyDepth]
        for part in body.split(separator: slash, omittingEmptySubsequences: false) {
            guard !part.isEmpty else { throw .invalidGlob(offset: part.startIndex) }
            let isAnyDepth = isAnchored && part.elementsEqual([UInt8(ascii: "*"), UInt8(ascii: "*")])
            if !isAnyDepth {
                steps.append(.component(try GlobComponent(part)))
            } else if steps.last != .anyDepth {
                steps.append(.anyDepth)
            }
        }
        // Everything inside a folder is not the folder itself.
        if isAnchored, steps.last == .anyDepth { steps.append(.component(.anything)) }
        self.steps = steps
    }

    public init(_ text: String) throws(InputError) {
        try self.init(Array(text.utf8))
    }

    /// Whether the pattern matches this entry itself: what a walk asks, folder by folder.
    ///
    /// - Parameter path: From the root of the scan on, without `/` at either end.
    ///
    /// Complexity: O(pattern × path).
    public func matches(_ path: Span<UInt8>, isDirectory: Bool) -> Bool {
        if isFolderOnly, !isDirectory { return false }
        var step = 0
        var start = 0
        var star: (step: Int, start: Int)?
        while start < path.count {
            let end = Self.endOfComponent(path, from: start)
            if step < steps.count, steps[step] == .anyDepth {
                star = (step, start)
                step += 1
                continue
            }
            if step < steps.count, case .component(let component) = steps[step],
                component.matches(path, in: start..<end)
            {
                step += 1
                start = end + 1
                continue
            }
            guard let last = star else { return false }
            let next = Self.endOfComponent(path, from: last.start) + 1
            star = (last.step, next)
            step = last.step + 1
            start = next
        }
        return steps[step...].allSatisfy { $0 == .anyDepth }
    }

    /// Whether the pattern matches this entry or a folder above it: for paths that no walk led to.
    ///
    /// Complexity: O(pattern × path × components).
    public func covers(_ path: Span<UInt8>, isDirectory: Bool) -> Bool {
        var end = Self.endOfComponent(path, from: 0)
        while end < path.count {
            if matches(path.extracting(..<end), isDirectory: true) { return true }
            end = Self.endOfComponent(path, from: end + 1)
        }
        return matches(path, isDirectory: isDirectory)
    }

    private static func endOfComponent(_ path: Span<UInt8>, from start: Int) -> Int {
        var end = start
        while end < path.count, path[end] != UInt8(ascii: "/") { end += 1 }
        return end
    }
}
