import Blobs

/// Where a report would go, in a form that can be compared.
struct TargetIdentity {
    private let descriptor: Int32?

    /// The file, pipe or device that is there now.
    private let file: FileIdentity

    /// The name that a report will have, whether something has it now or not.
    private let entry: (folder: FileIdentity, name: [UInt8])?

    init(descriptor: Int32) {
        self.descriptor = descriptor
        file = SystemCall.identity(of: descriptor)
        entry = nil
    }

    /// - Parameter path: of something that is written through.
    init(path: RawPath) {
        descriptor = nil
        file = SystemCall.identity(of: path.bytes)
        entry = nil
    }

    /// - Parameter file: what has the name now.
    init(name: [UInt8], in folder: FileIdentity, file: FileIdentity) {
        descriptor = nil
        self.file = file
        entry = (folder, name)
    }

    func isSame(as other: TargetIdentity) -> Bool {
        if let descriptor, descriptor == other.descriptor { return true }
        // Two names of one file are two targets: each report replaces its own name.
        if let entry, let otherEntry = other.entry {
            return entry.name == otherEntry.name && entry.folder.isSame(as: otherEntry.folder)
        }
        return !file.isCharacterDevice && file.isSame(as: other.file)
    }
}
