import Blobs

/// A file that this program keeps for the user beside its reports, such as a baseline.
public enum OwnFile {
    /// Writes a file, readable by its owner alone: whatever goes wrong, it is the old one or the whole new one.
    ///
    /// A symbolic link, a folder or a device is refused.
    public static func replace(_ path: RawPath, with bytes: [UInt8]) throws(DeliveryError) {
        try ReportFolder(of: path).replace(with: bytes)
    }
}
