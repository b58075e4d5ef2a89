// A delta is applied and checked in one go, each instruction before it is followed. Only where the declared size asks
// for much memory, a first pass adds up what the instructions make, so that a false size costs nothing.

import Blobs

/// How one object is made from another: parts that are copied, and parts that are new.
///
/// Format: git's Documentation/gitformat-pack, "Deltified representation".
enum Delta {
    /// What stands in front of a delta's instructions.
    struct Shape {
        /// Bytes of the result, as declared.
        let resultSize: Int

        /// Where the instructions begin in the delta.
        let start: Int
    }

    /// More parts than this are not told. They are 12 MiB, and who is not told of a copy takes the bytes for new.
    static let mostCopies = 1 << 19

    /// Results of up to this size, in bytes, are given memory without a first pass.
    static let harmlessSize = 1 << 20

    private enum Instruction {
        case copy(offset: Int, count: Int)
        case insert(count: Int)
        case faulty
    }

    /// - Throws: `corrupt` when the base has another size than the delta is for, or when the size of the result is not
    ///   what the instructions make and more than `harmlessSize`.
    /// - Complexity: O(1), or O(n) in the bytes of the delta for large results.
    static func shape(_ delta: Span<UInt8>, baseSize: Int) throws(ObjectError) -> Shape {
        var position = 0
        guard try size(delta, at: &position) == baseSize else { throw .corrupt("a delta's base has another size") }
        let resultSize = try size(delta, at: &position)
        let shape = Shape(resultSize: resultSize, start: position)
        guard resultSize > harmlessSize else { return shape }
        var produced = 0
        while position < delta.count {
            switch instruction(delta, at: &position) {
            case .copy(_, let count): produced += count
            case .insert(let count):
                produced += count
                position += count
            case .faulty: throw faulty
            }
        }
        guard produced == resultSize else { throw wrongSize }
        return shape
    }

    /// Makes the object.
    ///
    /// - Parameters:
    ///   - result: exactly as long as the shape says.
    ///   - copies: filled with the parts that are copied, in ascending order, those that go on in both merged.
    /// - Throws: `corrupt` when an instruction reaches outside of base or result or is unknown, or when all of them do
    ///   not fill the result.
    static func apply(
        _ delta: Span<UInt8>, _ shape: Shape, to base: Span<UInt8>, into result: inout MutableSpan<UInt8>,
        copies: inout [CopiedRange]
    ) throws(ObjectError) {
        copies.removeAll(keepingCapacity: true)
        var position = shape.start
        var produced = 0
        // The part that is copied and may still go on: it ends at `produced` or was followed by something new.
        var (start, end, source) = (0, 0, 0)
        while position < delta.count {
            switch instruction(delta, at: &position) {
            case .copy(let offset, let count):
                guard offset <= base.count, count <= base.count - offset, count <= result.count - produced else {
                    throw .corrupt("a delta copies from outside of its base, or too much")
                }
                ByteCopy.copy(base, from: offset, count: count, into: &result, at: produced)
                if end != produced || source + end - start != offset {
                    keep(start..<end, source, in: &copies)
                    (start, source) = (produced, offset)
                }
                produced += count
                end = produced
            case .insert(let count):
                guard count <= delta.count - position, count <= result.count - produced else { throw faulty }
                ByteCopy.copy(delta, from: position, count: count, into: &result, at: produced)
                position += count
                produced += count
            case .faulty: throw faulty
            }
        }
        keep(start..<end, source, in: &copies)
        guard produced == result.count else { throw wrongSize }
    }

    private static var faulty: ObjectError { .corrupt("a delta is cut, or has an unknown instruction") }
    private static var wrongSize: ObjectError { .corrupt("a delta makes another size than it declares") }

    private static func keep(_ target: Range<Int>, _ source: Int, in copies: inout [CopiedRange]) {
        if !target.isEmpty, copies.count < mostCopies { copies.append(CopiedRange(target, from: source)) }
    }

    private static func size(_ delta: Span<UInt8>, at position: inout Int) throws(ObjectError) -> Int {
        var size = 0
        var shift = 0
        while true {
            guard position < delta.count else { throw faulty }
            guard shift < 56 else { throw .corrupt("a delta declares too large a size") }
            let byte = delta[position]
            position += 1
            size |= Int(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return size }
            shift += 7
        }
    }

    private static func instruction(_ delta: Span<UInt8>, at position: inout Int) -> Instruction {
        let code = delta[position]
        position += 1
        if code & 0x80 == 0 { return code == 0 ? .faulty : .insert(count: Int(code)) }
        guard (code & 0x7F).nonzeroBitCount <= delta.count - position else { return .faulty }
        var offset = 0
        var count = 0
        if code & 0x01 != 0 { offset = next(delta, &position) }
        if code & 0x02 != 0 { offset |= next(delta, &position) << 8 }
        if code & 0x04 != 0 { offset |= next(delta, &position) << 16 }
        if code & 0x08 != 0 { offset |= next(delta, &position) << 24 }
        if code & 0x10 != 0 { count = next(delta, &position) }
        if code & 0x20 != 0 { count |= next(delta, &position) << 8 }
        if code & 0x40 != 0 { count |= next(delta, &position) << 16 }
        return .copy(offset: offset, count: count == 0 ? 0x10000 : count)
    }

    private static func next(_ delta: Span<UInt8>, _ position: inout Int) -> Int {
        defer { position += 1 }
        return Int(delta[position])
    }
}
