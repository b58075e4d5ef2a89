/// Writes a compound file for tests, from [MS-CFB]: streams below 4096 bytes are in the mini stream, siblings are a
/// list (a tree without left branches), and sectors lie in order.
struct CompoundWriter {
    /// A stream, or a storage with children.
    struct Node {
        let name: String
        var bytes: [UInt8]?
        var children: [Node] = []
    }

    var sectorShift = 9
    var isInterleaved = false
    var root: [Node] = []

    /// Adds a stream at a path; storages on the way are made.
    mutating func add(_ path: [String], _ bytes: [UInt8]) {
        Self.add(path[...], bytes, to: &root)
    }

    private static func add(_ path: ArraySlice<String>, _ bytes: [UInt8], to nodes: inout [Node]) {
        guard let name = path.first else { return }
        if path.count == 1 {
            nodes.append(Node(name: name, bytes: bytes))
            return
        }
        if !nodes.contains(where: { $0.name == name }) { nodes.append(Node(name: name)) }
        for index in nodes.indices where nodes[index].name == name {
            add(path.dropFirst(), bytes, to: &nodes[index].children)
        }
    }

    private struct Entry {
        var name: String
        var type: UInt8
        var right = 0xFFFF_FFFF
        var child = 0xFFFF_FFFF
        var start = 0xFFFF_FFFE
        var size = 0
        var bytes: [UInt8] = []
    }

    func bytes() -> [UInt8] {
        let sectorSize = 1 << sectorShift
        var entries = [Entry(name: "Root Entry", type: 5)]
        flatten(root, into: &entries, parent: 0)
        var mini: [UInt8] = []
        var miniTable: [Int] = []
        for index in entries.indices where entries[index].type == 2 {
            let bytes = entries[index].bytes
            entries[index].size = bytes.count
            guard bytes.count < 4096, !bytes.isEmpty else { continue }
            entries[index].start = miniTable.count
            let count = (bytes.count + 63) / 64
            for sector in 1...count { miniTable.append(sector == count ? 0xFFFF_FFFE : miniTable.count + 1) }
            mini += bytes + [UInt8](repeating: 0xEE, count: count * 64 - bytes.count)
        }
        var sectors: [[UInt8]] = []
        var table: [Int] = []
        func place(_ bytes: [UInt8], fill: UInt8 = 0) -> Int {
            guard !bytes.isEmpty else { return 0xFFFF_FFFE }
            let first = table.count
            var at = 0
            while at < bytes.count {
                let end = min(at + sectorSize, bytes.count)
                sectors.append(Array(bytes[at..<end]) + [UInt8](repeating: fill, count: sectorSize - (end - at)))
                at = end
                let isLast = at == bytes.count
                table.append(isLast ? 0xFFFF_FFFE : table.count + (isInterleaved ? 2 : 1))
                if isInterleaved {
                    sectors.append([UInt8](repeating: 0xAA, count: sectorSize))
                    table.append(0xFFFF_FFFF)
                }
            }
            return first
        }
        for index in entries.indices where entries[index].type == 2 && entries[index].bytes.count >= 4096 {
            entries[index].start = place(entries[index].bytes)
        }
        entries[0].start = place(mini)
        entries[0].size = mini.count
        let miniStart = place(miniTable.flatMap { Little.four($0) }, fill: 0xFF)
        let directoryStart = place(entries.flatMap(record))
        let perSector = sectorSize / 4
        var tableSectors = (table.count + perSector - 1) / perSector
        while table.count + tableSectors > tableSectors * perSector { tableSectors += 1 }
        let tableStart = table.count
        for _ in 0..<tableSectors { table.append(0xFFFF_FFFD) }
        table += [Int](repeating: 0xFFFF_FFFF, count: tableSectors * perSector - table.count)
        precondition(tableSectors <= 109, "the writer has no further locators")

        var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
        header += Little.two(0x3E) + Little.two(sectorShift == 9 ? 3 : 4) + Little.two(0xFFFE)
        header += Little.two(sectorShift) + Little.two(6) + [UInt8](repeating: 0, count: 6)
        header += Little.four(0) + Little.four(tableSectors) + Little.four(directoryStart) + Little.four(0)
        header += Little.four(4096) + Little.four(miniStart) + Little.four(miniTable.isEmpty ? 0 : 1)
        header += Little.four(0xFFFF_FFFE) + Little.four(0)
        for index in 0..<109 { header += Little.four(index < tableSectors ? tableStart + index : 0xFFFF_FFFF) }
        header += [UInt8](repeating: 0, count: sectorSize - header.count)
        return header + sectors.flatMap { $0 } + table.flatMap { Little.four($0) }
    }

    private func flatten(_ nodes: [Node], into entries: inout [Entry], parent: Int) {
        var previous: Int?
        for node in nodes {
            let index = entries.count
            entries.append(Entry(name: node.name, type: node.bytes == nil ? 1 : 2, bytes: node.bytes ?? []))
            if let previous { entries[previous].right = index } else { entries[parent].child = index }
            previous = index
            flatten(node.children, into: &entries, parent: index)
        }
    }

    private func record(_ entry: Entry) -> [UInt8] {
        let units = Array(entry.name.utf16)
        var bytes = units.flatMap { Little.two(Int($0)) }
        bytes += [UInt8](repeating: 0, count: 64 - bytes.count)
        bytes += Little.two(units.count * 2 + 2) + [entry.type, 1]
        bytes += Little.four(0xFFFF_FFFF) + Little.four(entry.right) + Little.four(entry.child)
        bytes += [UInt8](repeating: 0, count: 36) + Little.four(entry.start) + Little.eight(entry.size)
        return bytes
    }
}
