import Blobs
import Inputs

/// One folder of objects: `objects` of a repository, or of one that it borrows from.
///
/// Layout: git's Documentation/gitrepository-layout.
struct ObjectFolder: Sendable {
    let directory: Directory

    /// The folders `00` to `ff`; `nil` where there is none.
    private(set) var fans: [Directory?] = Array(repeating: nil, count: 256)

    private(set) var packFolder: Directory?
    private(set) var infoFolder: Directory?

    /// What stands where one of these should, and is no folder.
    private(set) var problems: [StoreProblem] = []

    /// Reads the names in the folder.
    init(_ directory: Directory) throws(InputError) {
        self.directory = directory
        var found: [(name: [UInt8], kind: EntryKind)] = []
        var reader = try DirectoryReader(directory)
        _ = try reader.read { name, kind, _ in
            if let name = Self.known(name) { found.append((name, kind)) }
            return .goOn
        }
        for (name, kind) in found { note(EntryName(name), kind) }
    }

    /// Whether anything in it is as in a store of objects.
    var looksLikeStore: Bool {
        packFolder != nil || infoFolder != nil || fans.contains { $0 != nil } || !problems.isEmpty
    }

    private mutating func note(_ name: EntryName, _ kind: EntryKind) {
        guard kind == .directory else {
            if kind == .symbolicLink { problems.append(StoreProblem(directory.path(of: name), .symbolicLink)) }
            return
        }
        let folder = directory.child(name)
        if name == EntryName("pack") {
            packFolder = folder
        } else if name == EntryName("info") {
            infoFolder = folder
        } else if let byte = Self.byte(Array(name.bytes).span) {
            fans[Int(byte)] = folder
        }
    }

    private static func known(_ name: Span<UInt8>) -> [UInt8]? {
        guard name.count == 2 || name.count == 4 else { return nil }
        let bytes = name.indices.map { name[$0] }
        return byte(name) != nil || bytes == Array("pack".utf8) || bytes == Array("info".utf8) ? bytes : nil
    }

    /// The byte that two lower-case digits spell.
    private static func byte(_ name: Span<UInt8>) -> UInt8? {
        guard name.count == 2 else { return nil }
        var value: UInt8 = 0
        for index in 0..<2 {
            switch name[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | (name[index] - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | (name[index] - UInt8(ascii: "a") + 10)
            default: return nil
            }
        }
        return value
    }
}
