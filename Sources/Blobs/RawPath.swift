/// A path as the file system holds it: bytes without NUL, in no particular encoding.
///
/// Paths are ordered byte by byte, so that two names that look alike stay apart and reports
/// come out in the same order everywhere.
public struct RawPath: Hashable, Sendable {
    /// The bytes, without a trailing NUL. `/` separates the components.
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    public init(_ text: String) {
        self.bytes = Array(text.utf8)
    }

    /// The path of an entry of this folder.
    ///
    /// Complexity: O(n) in the length of both names.
    public func appending(_ name: some Collection<UInt8>) -> RawPath {
        var joined = bytes
        joined.reserveCapacity(bytes.count + 1 + name.count)
        if let last = joined.last, last != UInt8(ascii: "/") {
            joined.append(UInt8(ascii: "/"))
        }
        joined.append(contentsOf: name)
        return RawPath(joined)
    }

    /// The path as text, or `nil` when its bytes are not UTF-8.
    public var utf8Text: String? {
        String(validating: bytes, as: UTF8.self)
    }

    /// The path as text, each byte that is not UTF-8 replaced by U+FFFD. Two paths can share it.
    public var lossyText: String {
        String(decoding: bytes, as: UTF8.self)
    }
}

extension RawPath: Comparable {
    public static func < (left: RawPath, right: RawPath) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
