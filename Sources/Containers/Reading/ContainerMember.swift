import Blobs

/// One member of a container, as its header tells.
public struct ContainerMember: Hashable, Sendable {
    /// As the container has it, whatever it leads to: nothing is ever written there.
    public let name: RawPath

    /// Where a symbolic or hard link leads.
    public let linkTarget: [UInt8]?

    /// Whether it is a folder.
    public let isFolder: Bool

    /// Bytes of its content; `nil` when only reading will tell.
    public let size: Int?

    /// Whether its content cannot be read without a password.
    public let isEncrypted: Bool

    /// Whether there is content to read: links, devices and empty files have none.
    public let hasContent: Bool

    public init(
        name: RawPath, linkTarget: [UInt8]? = nil, isFolder: Bool = false, size: Int?, isEncrypted: Bool = false,
        hasContent: Bool
    ) {
        self.name = name
        self.linkTarget = linkTarget
        self.isFolder = isFolder
        self.size = size
        self.isEncrypted = isEncrypted
        self.hasContent = hasContent
    }
}
