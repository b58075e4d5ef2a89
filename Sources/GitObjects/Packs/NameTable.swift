/// Names of objects in ascending order, without the space that `ObjectID` values would take.
struct NameTable: Sendable {
    let format: ObjectFormat
    let count: Int

    /// The names, one behind the other.
    private let bytes: [UInt8]

    /// Where the names with each first byte begin; 257 of them. From the names, not from the file.
    private let starts: [Int]

    /// - Parameter bytes: whole names.
    /// - Throws: `corrupt` when they are out of order.
    init(_ bytes: [UInt8], format: ObjectFormat) throws(ObjectError) {
        let width = format.idLength
        count = bytes.count / width
        self.format = format
        self.bytes = bytes
        var counts = [Int](repeating: 0, count: 257)
        let span = bytes.span
        for rank in 0..<count {
            counts[Int(span[rank * width]) + 1] += 1
            guard rank > 0 else { continue }
            guard Self.compare(span, (rank - 1) * width, span, rank * width, width) < 0 else {
                throw .corrupt("the names of an index are out of order")
            }
        }
        for byte in 1...256 { counts[byte] += counts[byte - 1] }
        starts = counts
    }

    subscript(rank: Int) -> ObjectID {
        let width = format.idLength
        return ObjectID(bytes.span.extracting(rank * width..<(rank + 1) * width), format: format)
    }

    /// Which of the names this is; `nil` if it is none.
    ///
    /// Complexity: O(log n).
    func rank(of name: Span<UInt8>) -> Int? {
        let width = format.idLength
        guard name.count == width else { return nil }
        var low = starts[Int(name[0])]
        var high = starts[Int(name[0]) + 1]
        let span = bytes.span
        while low < high {
            let middle = (low + high) / 2
            let order = Self.compare(span, middle * width, name, 0, width)
            if order == 0 { return middle }
            if order < 0 { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    private static func compare(
        _ left: Span<UInt8>, _ leftStart: Int, _ right: Span<UInt8>, _ rightStart: Int, _ width: Int
    ) -> Int {
        for index in 0..<width {
            let (one, other) = (left[leftStart + index], right[rightStart + index])
            if one != other { return one < other ? -1 : 1 }
        }
        return 0
    }
}
