/// Why something in a file of Outlook could not be read.
///
/// It holds numbers only: nothing of what the file says.
public struct OutlookError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The bytes are not of the format that was asked for.
        case otherFormat = "other-format"

        /// A version, or an encryption, that is not read here.
        case unsupported

        /// A structure leads beyond the end of the file.
        case truncated

        /// A field has a value that the format forbids.
        case malformed

        /// A chain or tree does not end.
        case cyclic

        /// More than is kept in memory.
        case tooLarge = "too-large"

        /// Messages in messages, beyond the limit.
        case tooDeep = "too-deep"

        /// Structures that share bytes so often that reading them all would not end in reasonable time.
        case tooMuchReading = "too-much-reading"

        /// The source itself failed: see `errorNumber`.
        case unreadable
    }

    public let reason: Reason

    /// The best known place, in bytes from the start of the file.
    public let offset: Int

    /// The operating system's error number if the source failed; else 0.
    public let errorNumber: Int32

    /// The part that is concerned, such as `2.1`; empty if it is the file as a whole, or none can be named.
    public internal(set) var section: String

    /// Whether nothing more can be read of the file. Otherwise only this part is lost.
    public internal(set) var isFinal: Bool

    init(_ reason: Reason, at offset: Int, errorNumber: Int32 = 0) {
        self.reason = reason
        self.offset = offset
        self.errorNumber = errorNumber
        self.section = ""
        self.isFinal = reason == .tooMuchReading
    }

    /// The same error, told of a part.
    func concerning(_ section: String) -> OutlookError {
        var named = self
        if named.section.isEmpty { named.section = section }
        return named
    }
}
