/// Where a block of a store is ([MS-PST] section 2.2.2.7.7.3).
struct StoreBlock {
    /// Its identifier. Bit 0 has no meaning; bit 1 says that it holds identifiers of other blocks, and is not hidden.
    let id: UInt64
    let offset: Int

    /// Bytes in the file, without the trailer.
    let size: Int

    /// Bytes when it is inflated; the same as `size` if it is not compressed.
    let inflatedSize: Int

    var isInternal: Bool { id & 2 != 0 }
}
