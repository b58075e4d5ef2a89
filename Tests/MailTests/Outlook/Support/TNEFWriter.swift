/// Writes TNEF for tests, from [MS-OXTNEF].
struct TNEFWriter {
    private(set) var bytes: [UInt8] = Little.four(0x223E_9F78) + Little.two(1)

    mutating func add(_ id: Int, level: UInt8 = 1, _ data: [UInt8]) {
        bytes += [level] + Little.four(id) + Little.four(data.count) + data
        bytes += Little.two(data.reduce(0) { ($0 + Int($1)) & 0xFFFF })
    }

    /// A list of properties: tags, and values as they stand behind them.
    static func list(_ properties: [(Int, [UInt8])]) -> [UInt8] {
        Little.four(properties.count)
            + properties.flatMap { tag, value in Little.two(tag & 0xFFFF) + Little.two(tag >> 16) + value }
    }

    static func data(_ bytes: [UInt8]) -> [UInt8] {
        Little.four(1) + Little.four(bytes.count) + bytes + [UInt8](repeating: 0, count: (4 - bytes.count & 3) & 3)
    }

    static func text(_ text: String) -> [UInt8] { data(Little.utf16(text) + [0, 0]) }
}
