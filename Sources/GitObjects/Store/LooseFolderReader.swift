import Inputs

/// Lists the objects of one of the folders `00` to `ff`.
struct LooseFolderReader {
    /// Links in the place of objects.
    private(set) var problems: [StoreProblem] = []

    private let folder: Directory
    private let firstDigits: [UInt8]
    private let format: ObjectFormat

    init(_ folder: Directory, format: ObjectFormat) {
        self.folder = folder
        self.format = format
        firstDigits = Array(folder.name)
    }

    /// The names of all files that are named as objects are, in no particular order.
    mutating func ids() throws(InputError) -> [ObjectID] {
        var ids: [ObjectID] = []
        var links: [[UInt8]] = []
        var reader = try DirectoryReader(folder)
        let (digits, length) = (firstDigits, format.idLength * 2)
        _ = try reader.read { name, kind, _ in
            guard digits.count + name.count == length, kind == .regular || kind == .symbolicLink else { return .goOn }
            var hex = digits
            for index in name.indices { hex.append(name[index]) }
            // Upper-case digits would make another file name of the same object.
            guard !hex.contains(where: { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "F") }),
                let id = ObjectID(hex: hex.span)
            else { return .goOn }
            if kind == .regular { ids.append(id) } else { links.append(Array(hex.dropFirst(2))) }
            return .goOn
        }
        problems += links.map { StoreProblem(folder.path(of: EntryName($0)), .symbolicLink) }
        return ids
    }
}
