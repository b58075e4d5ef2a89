/// Finds what is in a store where its tree of blocks has nothing: deleted messages, mostly, and blocks that damaged
/// trees do not lead to any more.
///
///     for each window of the file:
///         mark the header, the maps, the pages of both trees, and the blocks of the tree
///         for each stretch without a mark:
///             a slot that ends with the trailer of a block, right for its place: the block
///             slots without: bytes
///
/// The tree is walked once for each window, so that the marks take a few MiB whatever the size of the file.
final class StoreSweep {
    private static let mostSlots = 1 << 26

    /// How many blocks, and how many bytes without a block, one fragment has at most.
    private static let mostBlocks = 4096
    private static let mostBytes = 1 << 24

    private let file: StoreFile
    private var windowStart = 0
    private var slots: StoreSlots?
    private var position = 0
    private var gap = 0..<0
    private var waiting: [StoreFragment] = []
    private var windowInHand: (start: Int, bytes: [UInt8]) = (0, [])

    init(_ file: StoreFile) { self.file = file }

    /// The next fragment; `nil` at the end of the file.
    func next() throws(OutlookError) -> StoreFragment? {
        while true {
            if !waiting.isEmpty { return waiting.removeFirst() }
            if position < gap.upperBound {
                try search()
                continue
            }
            if slots == nil {
                guard windowStart < file.source.count else { return nil }
                mark()
            }
            if let slots, let unused = slots.unused(from: gap.upperBound) {
                gap = unused.lowerBound..<min(unused.upperBound, file.source.count)
                position = gap.lowerBound
                if gap.isEmpty { finishWindow() }
            } else {
                finishWindow()
            }
        }
    }

    private func finishWindow() {
        slots = nil
        windowStart += Self.mostSlots * file.layout.slotSize
        gap = windowStart..<windowStart
        position = windowStart
    }

    private func mark() {
        let layout = file.layout
        let end = min(file.source.count, windowStart + Self.mostSlots * layout.slotSize)
        var slots = StoreSlots(windowStart..<end, slotSize: layout.slotSize)
        slots.use(0, StoreHeader.size)
        if layout != .large { Self.markMaps(&slots, from: windowStart, to: end) }
        for tree in [StorePage.Tree.nodes, .blocks] {
            var walk = StoreTreeWalk(file, tree)
            // Damage was told when nodes were read; what the tree does not lead to is swept.
            var failures = 0
            while failures < 1 << 16 {
                do throws(OutlookError) {
                    guard let step = try walk.next() else { break }
                    switch step {
                    case .page(let offset): slots.use(offset, layout.pageSize)
                    case .entry(let page, let entry):
                        guard tree == .blocks else { continue }
                        let block = file.block(page, entry)
                        slots.use(block.offset, layout.blockSpan(block.size))
                    }
                } catch {
                    failures += 1
                    if error.isFinal { break }
                }
            }
        }
        self.slots = slots
    }

    /// Marks the list at 0x4200, and the maps of what is in use: one for each 253,952 bytes from 0x4400 on, and with
    /// every eighth of these a second one ([MS-PST] sections 2.2.2.7.2 and 2.2.2.7.3).
    private static func markMaps(_ slots: inout StoreSlots, from start: Int, to end: Int) {
        let interval = 496 * 8 * 64
        slots.use(0x4200, 512)
        var index = max(0, (start - 0x4400) / interval)
        while 0x4400 + index * interval < end {
            slots.use(0x4400 + index * interval, index % 8 == 0 ? 1024 : 512)
            index += 1
        }
    }

    /// Goes on in the gap until a fragment is complete, or the gap is at its end.
    private func search() throws(OutlookError) {
        var blocks: [StoreBlock] = []
        var looseStart = position
        func flushBlocks() {
            if !blocks.isEmpty { waiting.append(StoreFragment(file, blocks: blocks)) }
            blocks = []
        }
        var isZero = true
        func flushBytes(to end: Int) {
            // Space that was never used is zero.
            if end > looseStart, !isZero { waiting.append(StoreFragment(file, bytes: looseStart..<end)) }
        }
        let slotSize = file.layout.slotSize
        var end = position + slotSize
        while end <= gap.upperBound {
            let slot = try bytes(at: end - slotSize, count: slotSize)
            if let block = StoreTrailer.block(slot, file.layout, endingAt: end, notBefore: looseStart) {
                if block.offset > looseStart {
                    flushBlocks()
                    flushBytes(to: block.offset)
                }
                blocks.append(block)
                looseStart = end
                isZero = true
                if blocks.count >= Self.mostBlocks { break }
            } else if end - looseStart > file.layout.mostBlockSize {
                flushBlocks()
            }
            if looseStart < end, slot.contains(where: { $0 != 0 }) { isZero = false }
            if end - looseStart >= Self.mostBytes || waiting.count >= 16 { break }
            end += slotSize
        }
        flushBlocks()
        let stop = min(end, gap.upperBound)
        // The file may end within a slot.
        if end > gap.upperBound, (gap.upperBound - gap.lowerBound) % slotSize != 0 { isZero = false }
        flushBytes(to: stop)
        position = stop
    }

    /// Bytes of the file, through a window: slots are small, and gaps can be large.
    private func bytes(at offset: Int, count: Int) throws(OutlookError) -> [UInt8] {
        if offset < windowInHand.start || offset + count > windowInHand.start + windowInHand.bytes.count {
            let length = min(1 << 16, gap.upperBound - offset)
            windowInHand = (offset, try file.source.bytes(at: offset, count: length))
        }
        return windowInHand.bytes.stretch(offset - windowInHand.start, count) ?? []
    }
}
