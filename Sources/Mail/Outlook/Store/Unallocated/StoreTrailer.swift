/// The trailer at the end of a block ([MS-PST] section 2.2.2.8.1).
enum StoreTrailer {
    /// The block whose trailer ends with a slot; `nil` if there is none.
    ///
    /// A trailer is known by its signature, which is made of the place of the block and its identifier (section 5.5).
    ///
    /// - Parameters:
    ///   - slot: The bytes of the slot.
    ///   - end: The offset of the file at which the slot ends.
    ///   - start: The lowest offset at which the block may begin.
    static func block(
        _ slot: [UInt8], _ layout: StoreLayout, endingAt end: Int, notBefore start: Int
    ) -> StoreBlock? {
        let at = slot.count - layout.blockTrailerSize
        guard let size = slot.word16(at), size > 0, let signature = slot.word16(at + 2),
            let id = layout == .narrow ? slot.word32(at + 4).map({ UInt64($0) }) : slot.word64(at + 8), id != 0
        else { return nil }
        let span = layout.blockSpan(size)
        let offset = end - span
        guard offset >= start, span <= layout.mostBlockSize else { return nil }
        let mixed = UInt32(truncatingIfNeeded: offset) ^ UInt32(truncatingIfNeeded: id)
        guard signature == Int(mixed >> 16 ^ mixed & 0xFFFF) else { return nil }
        let inflated = layout == .large ? slot.word16(at + 18) ?? 0 : 0
        return StoreBlock(id: id, offset: offset, size: size, inflatedSize: inflated == 0 ? size : inflated)
    }
}
