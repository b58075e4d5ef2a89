/// Bytes that no item of a pattern tells apart are one class: the automaton has a column for each class, not each byte.
struct ByteClasses: Sendable {
    /// One class more, the edge of the text, and a set of them is 64 bits.
    private static let maximumCount = 63

    /// The class of each of the 256 bytes.
    private(set) var classOfByte = [UInt8](repeating: 0, count: 256)
    private var members: [ByteMask] = [.all]

    /// - Parameter masks: those that matter most come first.
    /// - Complexity: O(masks × classes).
    init(telling masks: [ByteMask]) {
        // When the classes run out, bytes that differ share one. It counts as a member of a set if one of them is: the
        // automaton then accepts more.
        for mask in masks {
            for index in members.indices where members.count < Self.maximumCount {
                let inside = members[index].intersection(mask)
                guard !inside.isEmpty, inside != members[index] else { continue }
                members.append(members[index].subtracting(inside))
                members[index] = inside
            }
        }
        for byte in UInt8.min...UInt8.max {
            for (index, member) in members.enumerated() where member.contains(byte) {
                classOfByte[Int(byte)] = UInt8(index)
            }
        }
    }

    var count: Int { members.count }

    /// The number that stands for the edge of the text.
    var edge: Int { members.count }

    /// Bit *n* is set if class *n* has a byte that the condition allows, or *n* is `edge` and allowed.
    func bits(of condition: EdgeCondition) -> UInt64 {
        var bits: UInt64 = condition.allowsEdge ? 1 << UInt64(edge) : 0
        for (index, member) in members.enumerated() where member.intersects(condition.bytes) {
            bits |= 1 << UInt64(index)
        }
        return bits
    }
}
