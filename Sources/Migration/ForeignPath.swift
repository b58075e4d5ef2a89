/// Paths as scanners write them.
enum ForeignPath {
    /// Without "./" in front, and with `/` for `\`, which scanners write on Windows.
    static func normalized(_ path: [UInt8]) -> [UInt8] {
        var path = path.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }[...]
        while path.starts(with: "./".utf8) {
            path = path.dropFirst(2).drop { $0 == UInt8(ascii: "/") }
        }
        return Array(path)
    }
}
