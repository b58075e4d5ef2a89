/// Writes messages of Outlook for tests, from [MS-OXMSG].
struct MessageWriter {
    private(set) var compound = CompoundWriter()

    /// Properties of a storage: numbers by tag, and values by tag as bytes.
    mutating func add(_ path: [String] = [], numbers: [Int: Int] = [:], values: [(Int, [UInt8])] = []) {
        let isObject = path.last.map { $0.hasPrefix("__recip") || $0.hasPrefix("__attach") } ?? false
        var stream = [UInt8](repeating: 0, count: isObject ? 8 : path.isEmpty ? 32 : 24)
        for (tag, number) in numbers.sorted(by: { $0.key < $1.key }) {
            stream += Little.four(tag) + Little.four(6) + Little.eight(number)
        }
        for (tag, bytes) in values {
            stream += Little.four(tag) + Little.four(6) + Little.four(bytes.count) + Little.four(0)
            compound.add(path + ["__substg1.0_" + Self.digits(tag)], bytes)
        }
        compound.add(path + ["__properties_version1.0"], stream)
    }

    mutating func add(stream path: [String], _ bytes: [UInt8]) { compound.add(path, bytes) }

    func bytes() -> [UInt8] { compound.bytes() }

    static func recipient(_ index: Int) -> String { "__recip_version1.0_#" + digits(index) }
    static func attachment(_ index: Int) -> String { "__attach_version1.0_#" + digits(index) }

    private static func digits(_ value: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: 8 - text.count) + text
    }
}
