/// The bytes of a secret, held so that no print, interpolation, dump or mirror shows them.
///
/// Only `reveal()` gives the bytes out: search for its callers to see every place where a secret can leave.
public struct Secret: Hashable, Sendable {
    private let bytes: [UInt8]

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Length in bytes.
    public var count: Int { bytes.count }

    /// The bytes themselves: for hashing, masking, and `--show-secrets`.
    public func reveal() -> [UInt8] { bytes }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "(secret)" }
    public var debugDescription: String { "(secret)" }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
