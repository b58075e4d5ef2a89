import CLiteralKernels

/// What the kernels know about some byte classes.
struct ClassRunTable: Sendable {
    /// The most classes of one table.
    static let mostClasses = KH_MOST_CLASSES

    private let table: kh_class_table

    /// - Parameters:
    ///   - classes: `mostClasses` at most.
    ///   - lengths: for each class the lengths of runs that are of interest.
    init(_ classes: [ByteSet], lengths: [ClosedRange<Int>]) {
        precondition(classes.count == lengths.count && classes.count <= Self.mostClasses, "too many classes")
        let members = (0...UInt8.max).map { byte in
            classes.indices.reduce(UInt8(0)) { bits, index in
                classes[index].contains(byte) ? bits | 1 << UInt8(index) : bits
            }
        }
        var table = kh_class_table()
        // The function copies what it is given: 256 members, and as many lengths as classes.
        unsafe kh_make_class_table(
            &table, members, classes.count, lengths.map { UInt32(clamping: $0.lowerBound) },
            lengths.map { UInt32(clamping: $0.upperBound) })
        self.table = table
    }

    /// Pushes every run that starts in `starts`, and for each class perhaps one that starts before.
    func search(
        _ text: Span<UInt8>, starts: Range<Int>, kernel: Kernel, room: inout ClassRunHits,
        into sink: (_ byteClass: Int, Range<Int>, _ room: inout ClassRunHits) -> Void
    ) {
        precondition(text.count <= Int(UInt32.max), "too much text")
        let last = min(starts.upperBound, text.count)
        guard starts.lowerBound < last else { return }
        var walk = kh_run_walk()
        // The kernel reads the text and the table, and keeps no pointer.
        unsafe text.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return }
            unsafe withUnsafePointer(to: table) { table in
                unsafe kh_begin_walk(&walk, table, start, starts.lowerBound)
                while unsafe !kh_has_ended(table, &walk, bytes.count, last) {
                    let count = unsafe room.fill { runs in
                        guard let found = runs.baseAddress else { return 0 }
                        return unsafe kh_find_runs(
                            kernel.code, table, start, bytes.count, last, &walk, found, runs.count)
                    }
                    for index in 0..<count {
                        let run = room.raw(index)
                        sink(run.byteClass, run.range, &room)
                    }
                }
            }
        }
    }
}
