/// A rule file as it was read: this module opens no files.
public struct RuleFile: Sendable {
    /// The most bytes that a file may have.
    public static let maximumSize = 1 << 20

    /// What messages call the file: its path as the user gave it.
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The file's name without folder and extension: the provider of its rules if they name none.
    var stem: String {
        let last = name.split(separator: "/").last ?? ""
        return String(last.hasSuffix(".toml") ? last.dropLast(5) : last)
    }
}
