/// Something that a worker is at, and that others can help with.
enum SharedWork: Sendable {
    /// A large file.
    case file(SharedFile)

    /// Members of a file's containers.
    case members(MemberLots)

    func isSame(as other: SharedWork) -> Bool {
        switch (self, other) {
        case (.file(let file), .file(let other)): file === other
        case (.members(let lots), .members(let other)): lots === other
        case (.file, .members), (.members, .file): false
        }
    }
}
