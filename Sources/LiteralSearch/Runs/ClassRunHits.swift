import CLiteralKernels

/// Room for the runs of a text, used again for the next one.
///
/// For one worker. It grows with the most runs of a text, and then allocates nothing.
public struct ClassRunHits: ~Copyable {
    /// The runs that were asked for, in no particular order.
    public private(set) var found: [ClassRunHit] = []

    private var storage: [kh_run] = []

    /// Runs that are taken from the kernel at once.
    private static let batch = KH_STEP_RUNS

    public init() {}

    public mutating func removeAll() {
        found.removeAll(keepingCapacity: true)
    }

    mutating func append(_ hit: ClassRunHit) {
        found.append(hit)
    }

    /// Lets `body` write runs into the room that it is given; returns how many, as it says.
    mutating func fill(_ body: (UnsafeMutableBufferPointer<kh_run>) -> Int) -> Int {
        if storage.isEmpty { storage = Array(repeating: kh_run(), count: Self.batch) }
        // `body` gets all of the storage.
        return unsafe storage.withUnsafeMutableBufferPointer { unsafe body($0) }
    }

    /// What was written last at `index`.
    func raw(_ index: Int) -> (byteClass: Int, range: Range<Int>) {
        let run = storage[index]
        return (Int(run.class_index), Int(run.offset)..<Int(run.offset) + Int(run.length))
    }
}
