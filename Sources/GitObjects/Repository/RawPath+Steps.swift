import Blobs
import Inputs

extension RawPath {
    /// The folder in which this name stands: for files, through which no `..` leads.
    var folderOfFile: RawPath { lexicalParent ?? appending("..".utf8) }

    /// The folder that holds this folder.
    ///
    /// By its name, if that is the same folder, and with `..` if a symbolic link makes it another one.
    var parentFolder: RawPath {
        let physical = appending("..".utf8)
        guard let lexical = lexicalParent else { return physical }
        return lexical.isSameFile(as: physical) ? lexical : physical
    }

    /// A path as it is written in a file of this folder: absolute, or relative to this folder.
    func resolving(_ written: [UInt8]) -> RawPath {
        if written.first == UInt8(ascii: "/") { return RawPath(written) }
        var folder = self
        var rest = written[...]
        // Leading `..` are taken off where that leads to the same folder: for paths that people can read.
        while true {
            let isStep =
                rest.starts(with: "..".utf8) && (rest.count == 2 || rest.dropFirst(2).first == UInt8(ascii: "/"))
            guard isStep else { break }
            folder = folder.parentFolder
            rest = rest.dropFirst(3)
        }
        return rest.isEmpty ? folder : folder.appending(rest)
    }

    /// Whether both are there, and are one file or folder.
    func isSameFile(as other: RawPath) -> Bool {
        guard let key = facts?.key else { return false }
        return key == other.facts?.key
    }

    /// `nil` when there is nothing, or it may not be asked. A symbolic link is followed.
    var facts: FileFacts? { try? FileFacts(path: self) }

    var isFolder: Bool { facts?.kind == .directory }

    /// The last component: empty for `/`.
    var lastComponent: ArraySlice<UInt8> {
        let trimmed = bytes.prefix((bytes.lastIndex { $0 != UInt8(ascii: "/") } ?? -1) + 1)
        return trimmed.suffix(from: (trimmed.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)
    }

    /// The name without its last component; `nil` when that says nothing: `.`, `..`, `/`.
    private var lexicalParent: RawPath? {
        let last = lastComponent
        guard !last.isEmpty, !last.elementsEqual(".".utf8), !last.elementsEqual("..".utf8) else { return nil }
        let head = bytes[..<last.startIndex]
        if head.isEmpty { return RawPath(".") }
        let end = head.lastIndex { $0 != UInt8(ascii: "/") }
        return RawPath(end.map { Array(head[...$0]) } ?? [UInt8(ascii: "/")])
    }
}
