/// Writes zip archives without compression (APPNOTE 6.3.9), right or wrong.
struct Zip {
    private(set) var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// - Parameters:
    ///   - flags: the general purpose bits; 1 says that the member is encrypted, 0x800 that its name is UTF-8.
    ///   - checksum: of the content, unless a wrong one is wanted.
    mutating func add(
        _ name: [UInt8], _ content: [UInt8], flags: Int = 0, checksum: UInt32? = nil, method: Int = 0
    ) {
        let checksum = Int(checksum ?? CRC.value(of: content))
        var common: [UInt8] = []
        let fields = [
            (flags, 2), (method, 2), (0, 4), (checksum, 4), (content.count, 4), (content.count, 4), (name.count, 2),
            (0, 2),
        ]
        for (value, width) in fields { common += Self.number(value, width) }
        directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + common
        directory += [UInt8](repeating: 0, count: 10)
        directory += Self.number(body.count, 4) + name
        body += [0x50, 0x4B, 3, 4, 20, 0] + common + name + content
        count += 1
    }

    /// With its directory.
    var archive: [UInt8] {
        var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        for (value, width) in [(count, 2), (count, 2), (directory.count, 4), (body.count, 4), (0, 2)] {
            end += Self.number(value, width)
        }
        return body + directory + end
    }

    static func archive(_ members: [(String, [UInt8])]) -> [UInt8] {
        var zip = Zip()
        for (name, content) in members { zip.add(Array(name.utf8), content) }
        return zip.archive
    }

    private static func number(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
