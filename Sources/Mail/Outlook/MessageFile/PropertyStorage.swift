/// Properties in a storage of a compound file ([MS-OXMSG] section 2.4).
///
/// Values of a fixed size are in the property stream; others are streams named after their tag. Those are found by
/// their names, so a damaged property stream costs only the numbers.
struct PropertyStorage {
    private static let propertyStream = "__properties_version1.0"
    private static let valuePrefix = "__substg1.0_"

    /// How much of a property stream is read: 65,536 entries.
    private static let mostBytes = 1 << 20

    /// How many bytes of paths are made; behind that a stream has its own name only.
    private static let mostPathBytes = 1 << 22

    let file: CompoundFile

    func children(of storage: Int) -> [Int] { file.directory.children[storage] ?? [] }

    func child(of storage: Int, named name: String) -> Int? {
        children(of: storage).first { file.directory.entries[$0]?.name == name }
    }

    /// Where the property stream of a storage begins.
    func offset(of storage: Int) -> Int {
        child(of: storage, named: Self.propertyStream).flatMap(stream)?.offset ?? 0
    }

    func properties(of storage: Int, headerSize: Int, keeping kept: Set<Int>? = nil, codePage: Int?) -> PropertyBag {
        var bag = PropertyBag(keeping: kept)
        if let child = child(of: storage, named: Self.propertyStream), let stream = stream(child) {
            do throws(OutlookError) {
                let bytes = try CompoundStreamBytes(file: file, stream: stream).leadingBytes(limit: Self.mostBytes)
                addNumbers(bytes, from: headerSize, to: &bag)
            } catch {
                bag.damage.append(error)
            }
        }
        bag.codePage =
            bag.number(PropertyId.messageCodePage).map { Int(truncatingIfNeeded: $0 & 0xFFFF_FFFF) } ?? codePage
        addValues(of: storage, to: &bag)
        return bag
    }

    /// All streams below a storage, named by their paths, without recursion.
    func streams(below storage: Int) -> [(name: String, data: any StoredBytes)] {
        var found: [(name: String, data: any StoredBytes)] = []
        var open = [(entry: storage, path: "")]
        var pathBytes = 0
        while let (parent, path) = open.popLast() {
            for child in children(of: parent) {
                guard let entry = file.directory.entries[child] else { continue }
                let isShort = path.isEmpty || pathBytes > Self.mostPathBytes
                let name = isShort ? entry.name : "\(path)/\(entry.name)"
                pathBytes += name.utf8.count
                if entry.kind == .storage {
                    open.append((child, name))
                } else if let stream = stream(child) {
                    found.append((name, CompoundStreamBytes(file: file, stream: stream)))
                }
            }
        }
        return found
    }

    private func addNumbers(_ bytes: [UInt8], from headerSize: Int, to bag: inout PropertyBag) {
        var at = headerSize
        while let tag = bytes.word32(at), let value = bytes.word64(at + 8) {
            at += 16
            let type = tag & 0xFFFF
            guard let size = PropertyType.fixedSize(type) else { continue }
            let kept = size >= 8 ? value : value & (1 << UInt64(8 * size) - 1)
            bag.set(tag >> 16, type: type, .number(kept))
        }
    }

    private func addValues(of storage: Int, to bag: inout PropertyBag) {
        var lists: [Int: (type: Int, values: [(index: Int, data: any StoredBytes)])] = [:]
        for child in children(of: storage) {
            guard let entry = file.directory.entries[child], entry.kind == .stream,
                entry.name.hasPrefix(Self.valuePrefix), let stream = stream(child)
            else { continue }
            let fields = entry.name.dropFirst(Self.valuePrefix.count).split(separator: "-", maxSplits: 1)
            guard let digits = fields.first, digits.utf8.count == 8, let tag = Int(digits, radix: 16) else { continue }
            let data = CompoundStreamBytes(file: file, stream: stream)
            let type = tag & 0xFFFF
            if fields.count == 2, let index = Int(fields[1], radix: 16) {
                lists[tag >> 16, default: (type, [])].values.append((index, data))
            } else if type & PropertyType.isList == 0 {
                bag.set(tag >> 16, type: type, .data(data))
            }
        }
        for (id, list) in lists {
            bag.set(id, type: list.type, .list(list.values.sorted { $0.index < $1.index }.map(\.data)))
        }
    }

    private func stream(_ entry: Int) -> CompoundStream? { file.stream(ofEntry: entry) }
}
