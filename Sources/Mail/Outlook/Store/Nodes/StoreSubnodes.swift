/// The subnodes of a node ([MS-PST] section 2.2.2.8.3.3): `SLBLOCK`, and `SIBLOCK` above it.
struct StoreSubnodes {
    /// How many are kept.
    private static let mostNodes = 1 << 16

    private(set) var nodes: [UInt32: StoreNode] = [:]

    /// Their identifiers in the order of the blocks.
    private(set) var order: [UInt32] = []

    /// What could not be read.
    private(set) var damage: [OutlookError] = []

    /// - Parameter block: The block that lists them; 0 if there are none.
    init(_ file: StoreFile, _ block: UInt64) {
        guard block != 0 else { return }
        do throws(OutlookError) {
            let top = try Self.list(file, block)
            guard top.level == 1 else {
                add(top)
                return
            }
            for words in top.entries {
                do throws(OutlookError) {
                    let below = try Self.list(file, words[1])
                    guard below.level == 0 else { throw OutlookError(.cyclic, at: below.offset) }
                    add(below)
                } catch {
                    damage.append(error)
                    if damage.count > 16 || error.isFinal { return }
                }
            }
        } catch {
            damage.append(error)
        }
    }

    private struct List {
        let level: Int
        let offset: Int
        let entries: [[UInt64]]
    }

    private mutating func add(_ list: List) {
        for words in list.entries {
            guard order.count < Self.mostNodes else {
                damage.append(OutlookError(.tooLarge, at: list.offset))
                return
            }
            let id = UInt32(truncatingIfNeeded: words[0])
            guard nodes[id] == nil else { continue }
            nodes[id] = StoreNode(id: id, data: words[1], subnodes: words[2], parent: 0)
            order.append(id)
        }
    }

    private static func list(_ file: StoreFile, _ id: UInt64) throws(OutlookError) -> List {
        let block = try file.block(id)
        let bytes = try file.bytes(of: block)
        let size = file.layout.wordSize
        guard bytes.word8(0) == 2, let level = bytes.word8(1), level <= 1, let count = bytes.word16(2) else {
            throw OutlookError(.malformed, at: block.offset)
        }
        let words = level == 0 ? 3 : 2
        guard size + count * words * size <= bytes.count else { throw OutlookError(.malformed, at: block.offset) }
        let entries = (0..<count).map { entry in
            (0..<words).map { word in
                // Behind four bytes, and in wide layouts four more.
                let place = size + (entry * words + word) * size
                return size == 4 ? UInt64(bytes.word32(place) ?? 0) : bytes.word64(place) ?? 0
            }
        }
        return List(level: level, offset: block.offset, entries: entries)
    }
}
