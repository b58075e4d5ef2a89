import Glibc

/// An open file that was seen to be a regular one.
struct RegularFile: ~Copyable {
    let descriptor: Descriptor

    /// As they were right after opening.
    let facts: FileFacts

    /// - Throws: `notRegular` for anything else. Opening it did not block, and nothing was read.
    init(_ terminatedPath: [UInt8], at parent: Int32, links: LinkPolicy) throws(InputError) {
        let opened = try Self.open(terminatedPath, at: parent, links: links)
        let found = FileFacts(try SystemCall.status(of: opened.number))
        guard found.kind == .regular else { throw .notRegular(found.kind) }
        descriptor = opened
        facts = found
    }

    private static func open(_ terminatedPath: [UInt8], at parent: Int32, links: LinkPolicy) throws(InputError)
        -> Descriptor
    {
        do {
            return try SystemCall.open(terminatedPath, at: parent, flags: 0, links: links)
        } catch {
            // ENXIO: a socket, or a device without a driver.
            guard error == .failed(errorNumber: ENXIO) else { throw error }
            throw .notRegular(
                EntryKind(mode: try SystemCall.status(of: terminatedPath, at: parent, links: links).st_mode))
        }
    }
}
