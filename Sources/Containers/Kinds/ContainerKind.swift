/// A format that holds other bytes, packed or compressed.
public enum ContainerKind: Hashable, Sendable, CaseIterable {
    case zip, tar, cpio, ar, sevenZip, rar, rar5, cab, iso

    // One stream, compressed, without an archive's table of members.
    case gzip, bzip2, xz, zstd, lz4

    /// A package of RPM: headers, and behind them one compressed stream.
    case rpm

    /// Whether there is one member only, which has no name of its own.
    public var isStream: Bool {
        switch self {
        case .gzip, .bzip2, .xz, .zstd, .lz4, .rpm: true
        case .zip, .tar, .cpio, .ar, .sevenZip, .rar, .rar5, .cab, .iso: false
        }
    }

    /// Whether it cannot be read front to back: its table of members stands at the end.
    public var needsSeeking: Bool { self == .sevenZip }

    /// What the one member of a stream is called, after the name of the file that holds it.
    ///
    /// - Parameter path: of the file, or its last component.
    public func streamName(in path: [UInt8]) -> [UInt8] {
        if self == .rpm { return Array("payload".utf8) }
        let name = path.lastIndex(of: UInt8(ascii: "/")).map { path[($0 + 1)...] } ?? path[...]
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return Array("data".utf8) }
        let ending = String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
        if ["gz", "bz2", "xz", "zst", "lz4", "z"].contains(ending) { return Array(name[..<dot]) }
        if ["tgz", "tbz", "tbz2", "txz", "tzst", "tlz4"].contains(ending) { return name[..<dot] + Array(".tar".utf8) }
        return Array("data".utf8)
    }
}
