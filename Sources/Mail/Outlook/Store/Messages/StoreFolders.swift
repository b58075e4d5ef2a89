import Blobs

/// The folders of a store, by their nodes.
final class StoreFolders {
    /// How deep folders stand in each other at most, and how many names are kept.
    private static let mostLevels = 64
    private static let mostNames = 1 << 16

    private let file: StoreFile
    private var known: [UInt32: (name: String, parent: UInt32)] = [:]

    /// The folder above all that a person sees, and that of deleted messages; 0 if the store does not say so.
    private let top: UInt32
    private let wastebasket: UInt32

    /// The folder of spam; 0 if there is none.
    private let spam: UInt32

    init(_ file: StoreFile) {
        self.file = file
        let store = (try? file.node(StoreNodeType.store)).flatMap { try? StorePropertyContext(file, $0) }
        // PidTagIpmSubTreeEntryId and PidTagIpmWastebasketEntryId.
        top = Self.folder(store?.bag.data(0x35E0))
        wastebasket = Self.folder(store?.bag.data(0x35E3))
        // PidTagAdditionalRenEntryIds, the fifth of them ([MS-OXOSFLD] section 2.2.4).
        let root = (try? file.node(StoreNodeType.rootFolder)).flatMap { try? StorePropertyContext(file, $0) }
        if case .list(let list)? = root?.bag.values[0x36D8], list.count > 4 {
            spam = Self.folder(list[4])
        } else {
            spam = 0
        }
    }

    /// The names of a folder and of those around it, outermost first, and what is special about messages in it.
    func path(_ folder: UInt32) -> (names: [String], states: Set<MailMessage.State>) {
        var names: [String] = []
        var states: Set<MailMessage.State> = []
        var id = folder
        while id != 0, id != top, id != StoreNodeType.rootFolder, names.count < Self.mostLevels {
            let (name, parent) = entry(id)
            if !name.isEmpty { names.append(name) }
            if id == wastebasket { states.insert(.trash) }
            if id == spam { states.insert(.spam) }
            if parent == id || name.isEmpty && parent == 0 { break }
            id = parent
        }
        return (names.reversed(), states)
    }

    private func entry(_ id: UInt32) -> (name: String, parent: UInt32) {
        if let entry = known[id] { return entry }
        var entry: (name: String, parent: UInt32) = ("", 0)
        if let node = try? file.node(id) {
            let name = (try? StorePropertyContext(file, node))?.bag.text(PropertyId.displayName, limit: 1024)
            entry = (name ?? "#" + String(id, radix: 16), node.parent)
        }
        if known.count >= Self.mostNames { known.removeAll() }
        known[id] = entry
        return entry
    }

    /// The node in the identifier of an entry ([MS-PST] section 2.4.3.2).
    private static func folder(_ entry: (any StoredBytes)?) -> UInt32 {
        guard let bytes = try? entry?.leadingBytes(limit: 24), let node = bytes.word32(20) else { return 0 }
        return UInt32(node)
    }
}
