/// The header of a store ([MS-PST] section 2.2.2.6).
struct StoreHeader {
    static let size = 564

    let layout: StoreLayout
    let cipher: StoreCipher

    /// The offset of the root page of the tree of nodes.
    let nodeRoot: UInt64

    /// The offset of the root page of the tree of blocks.
    let blockRoot: UInt64

    /// - Throws: `.otherFormat` without its magic, `.unsupported` for a version or a cipher that is not read.
    init(_ bytes: [UInt8]) throws(OutlookError) {
        guard bytes.starts(with: Array("!BDN".utf8)) else { throw OutlookError(.otherFormat, at: 0) }
        guard bytes.count >= Self.size, let version = bytes.word16(10) else {
            throw OutlookError(.truncated, at: bytes.count)
        }
        guard let layout = StoreLayout(version: version) else { throw OutlookError(.unsupported, at: 10) }
        let isNarrow = layout == .narrow
        guard let method = bytes.word8(isNarrow ? 461 : 513), let cipher = StoreCipher(rawValue: method) else {
            throw OutlookError(.unsupported, at: isNarrow ? 461 : 513)
        }
        self.layout = layout
        self.cipher = cipher
        // Behind the identifier of each root stands its offset.
        nodeRoot = isNarrow ? UInt64(bytes.word32(188) ?? 0) : bytes.word64(224) ?? 0
        blockRoot = isNarrow ? UInt64(bytes.word32(196) ?? 0) : bytes.word64(240) ?? 0
    }
}
