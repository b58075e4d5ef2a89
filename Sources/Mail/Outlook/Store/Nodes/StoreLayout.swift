/// The three ways in which a store lays out its pages and blocks ([MS-PST] section 2.2.2).
///
/// `large` is that of `.ost` files since Outlook 2013: pages of 4096 bytes, and blocks that may be compressed with
/// zlib. The specification does not describe it; it follows the field sizes of `wide`.
enum StoreLayout {
    case narrow
    case wide
    case large

    /// By `wVer`, or `nil` if there is no such version.
    init?(version: Int) {
        switch version {
        case 14, 15: self = .narrow
        case 16...35: self = .wide
        case 36: self = .large
        default: return nil
        }
    }

    /// Bytes of an identifier or an offset.
    var wordSize: Int { self == .narrow ? 4 : 8 }
    var pageSize: Int { self == .large ? 4096 : 512 }

    /// Where in a page of a tree the number of its entries stands; the entries are in front of it.
    var entryCountOffset: Int {
        switch self {
        case .narrow: 496
        case .wide: 488
        case .large: 4056
        }
    }

    /// Where the type of a page stands, twice.
    var pageTrailerOffset: Int {
        switch self {
        case .narrow: 500
        case .wide: 496
        case .large: 4072
        }
    }

    /// Bytes behind the data of a block, at the end of its last slot.
    var blockTrailerSize: Int {
        switch self {
        case .narrow: 12
        case .wide: 16
        case .large: 24
        }
    }

    /// Blocks begin at multiples of this, and take whole ones.
    var slotSize: Int { self == .large ? 512 : 64 }

    /// How many bytes of the file a block takes at most.
    var mostBlockSize: Int { self == .large ? 1 << 16 : 1 << 13 }

    /// How many bytes of the file a block with so much data takes.
    func blockSpan(_ dataSize: Int) -> Int { (dataSize + blockTrailerSize + slotSize - 1) / slotSize * slotSize }
}
