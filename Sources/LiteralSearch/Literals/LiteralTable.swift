import CLiteralKernels

/// What the kernels read: the tables of a set of literals, in memory that stays where it is.
///
/// SAFETY: everything is written in `init` and only read afterwards, by any number of threads; `deinit` frees it once.
@safe final class LiteralTable: @unchecked Sendable {
    private let table: kh_literal_table
    private let owned: [UnsafeMutableRawPointer]

    /// The fewest hits that there must be room for.
    let leastCapacity: Int

    /// - Precondition: `literals` is not empty, and each has a window.
    init(_ literals: [Literal], windows: [LiteralWindow]) {
        precondition(!literals.isEmpty && literals.count == windows.count, "no literals, or not a window for each")
        let planes = FilterPlanes(windows)
        var entries: [LiteralEntry] = []
        entries.reserveCapacity(literals.count)
        let isShort = { (index: Int) in windows[index].bytes.count < KH_WINDOW }
        let four = WindowSlots(
            windows.indices.filter { !isShort($0) }, of: windows, literals: literals, into: &entries)
        let three = WindowSlots(windows.indices.filter(isShort), of: windows, literals: literals, into: &entries)
        var tails: [UInt8] = []
        var kernelEntries: [kh_entry] = []
        for entry in entries {
            kernelEntries.append(entry.kernelEntry(tail: tails.count))
            tails += entry.tail
        }
        // Each array lives on in a block of its own, until `deinit`.
        var owned: [UnsafeMutableRawPointer] = unsafe []
        unsafe table = kh_literal_table(
            classes: Self.keep(ByteClasses.ofByte, in: &owned), planes: Self.keep(planes.classTables, in: &owned),
            nibbles: Self.keep(planes.nibbleTables, in: &owned), plane_count: planes.planeCount,
            beginnings: Self.keep(WindowSlots.beginnings(of: windows), in: &owned),
            four: kh_hash_table(bits: Self.keep(four.bits, in: &owned), slots: Self.keep(four.slots, in: &owned)),
            three: kh_hash_table(bits: Self.keep(three.bits, in: &owned), slots: Self.keep(three.slots, in: &owned)),
            entries: Self.keep(kernelEntries, in: &owned), tails: Self.keep(tails, in: &owned),
            most_entries: four.mostEntries + three.mostEntries)
        unsafe self.owned = owned
        leastCapacity = KH_BLOCK * (four.mostEntries + three.mostEntries)
    }

    deinit {
        // Made by `keep`, and freed nowhere else.
        unsafe owned.forEach { unsafe $0.deallocate() }
    }

    /// Runs the kernel from window position `position` on; returns how many hits it wrote.
    ///
    /// - Precondition: `room` has at least `leastCapacity` elements; `end` is at most `text.count`.
    func search(
        _ text: Span<UInt8>, starts: Range<Int>, from position: inout Int, to end: Int, kernel: Kernel,
        into room: UnsafeMutableBufferPointer<kh_literal_hit>
    ) -> Int {
        precondition(end <= text.count && text.count <= Int(UInt32.max), "a window behind the text, or too much text")
        precondition(room.count >= leastCapacity, "too little room for hits")
        guard let hits = room.baseAddress else { return 0 }
        // The kernel reads the text and the tables, writes to `hits`, and keeps no pointer.
        return unsafe text.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return 0 }
            return unsafe withUnsafePointer(to: table) { table in
                unsafe kh_find_literals(
                    kernel.code, table, start, bytes.count, starts.lowerBound, starts.upperBound, &position, end, hits,
                    room.count)
            }
        }
    }

    private static func keep<Element: BitwiseCopyable>(
        _ elements: [Element], in owned: inout [UnsafeMutableRawPointer]
    ) -> UnsafePointer<Element> {
        let alignment = max(64, MemoryLayout<Element>.alignment)
        let size = max(1, elements.count * MemoryLayout<Element>.stride)
        let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: alignment)
        unsafe owned.append(block)
        let start = unsafe block.bindMemory(to: Element.self, capacity: max(1, elements.count))
        // The block has room for all elements.
        unsafe start.initialize(from: elements, count: elements.count)
        return unsafe UnsafePointer(start)
    }
}
