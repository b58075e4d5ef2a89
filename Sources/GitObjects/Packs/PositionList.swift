/// Positions of a pack, in ascending order, four bytes each.
public struct PositionList: RandomAccessCollection, Sendable {
    private let positions: ArraySlice<UInt32>

    init(_ positions: ArraySlice<UInt32>) {
        self.positions = positions
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { positions.count }

    public subscript(index: Int) -> Int { Int(positions[positions.startIndex + index]) }
}
