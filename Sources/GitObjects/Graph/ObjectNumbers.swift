import Blobs

/// Gives each object of a store a number, so that much can be noted about each in little memory.
///
/// Objects of packs come first, pack by pack in order of position, then loose ones. An object that is stored several
/// times has several places, and the number of the first of them.
public struct ObjectNumbers: Sendable {
    private let packs: [Pack]

    /// The number of the first object of each pack.
    private let firsts: [UInt32]

    /// The loose objects, in order of their names; the first of them has the number `firstLoose`.
    public let loose: [LooseObject]
    private let firstLoose: UInt32

    /// Folders of loose objects that could not be read.
    public let problems: [StoreProblem]

    /// - Complexity: O(n log n) in the number of loose objects.
    public init(_ store: ObjectStore) {
        packs = store.packs
        var firsts: [UInt32] = []
        var next: UInt32 = 0
        for pack in store.packs {
            firsts.append(next)
            next += UInt32(pack.count)
        }
        self.firsts = firsts
        firstLoose = next
        var loose: [LooseObject] = []
        problems = store.forEachLooseObject { loose.append($0) }
        self.loose = loose.sorted { $0.id < $1.id }
    }

    /// How many numbers there are: each is below.
    public var count: Int { Int(firstLoose) + loose.count }

    /// The number of the object at a place in a pack.
    public func number(ofPack pack: Int, position: Int) -> UInt32 { firsts[pack] + UInt32(position) }

    /// The number of a loose object, by its place in `loose`.
    public func number(ofLoose index: Int) -> UInt32 { firstLoose + UInt32(index) }

    /// The number of an object; `nil` if the store does not have it.
    ///
    /// - Complexity: O(log n) for each pack.
    public func number(of id: ObjectID) -> UInt32? {
        for (pack, first) in zip(packs, firsts) {
            if let position = pack.position(of: id) { return first + UInt32(position) }
        }
        let index = loose.partitioningIndex { $0.id >= id }
        return index < loose.count && loose[index].id == id ? firstLoose + UInt32(index) : nil
    }

    /// The object that has a number.
    public func id(of number: UInt32) -> ObjectID {
        guard number < firstLoose else { return loose[Int(number - firstLoose)].id }
        // Packs without objects share their number with the next one: the last one that begins there has it.
        guard let pack = firsts.lastIndex(where: { $0 <= number }) else { preconditionFailure("no such number") }
        return packs[pack].id(at: Int(number - firsts[pack]))
    }
}
