/// Opens the files of one folder, one after the other, and keeps the folder open meanwhile.
///
/// So the shared handles are asked once for a folder, and not once for each of its files. When descriptors run short,
/// the folder is given back like any other. For one worker.
public struct FileOpener: ~Copyable {
    private let directory: Directory

    /// `nil` before the first file, and after descriptors ran short.
    private var held: OpenDirectory?

    /// Opens nothing yet.
    public init(_ directory: Directory) {
        self.directory = directory
    }

    /// Opens a file; what `FileSource.init(_:in:)` says holds here too.
    public mutating func open(_ name: EntryName) throws(InputError) -> FileSource {
        if held == nil { held = try directory.handles.hold(directory) }
        do {
            guard let held else { preconditionFailure("the folder is open") }
            return FileSource(
                try held.withNumber { number throws(InputError) in
                    try RegularFile(name.terminated, at: number, links: .refuse)
                })
        } catch {
            guard error == .tooManyOpenFiles else { throw error }
        }
        held = nil
        return try FileSource(name, in: directory)
    }
}
