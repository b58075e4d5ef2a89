/// What a file is, whatever its names are: equal keys at one moment mean one file.
public struct InodeKey: Hashable, Sendable {
    public let device: UInt64
    public let inode: UInt64

    public init(device: UInt64, inode: UInt64) {
        self.device = device
        self.inode = inode
    }
}
