import Blobs

/// A character map: which codes a font has, and what they stand for (ISO 32000-2, 9.7.5 and 9.10.3; Adobe Technical
/// Note 5014). Maps that it is based on (`usecmap`) are not read.
struct CMap: Sendable {
    /// Codes of one length between two others, byte by byte.
    struct CodeRange: Sendable {
        let length: Int
        let low: UInt32
        let high: UInt32

        func contains(_ code: UInt32) -> Bool {
            for shift in stride(from: 0, to: length * 8, by: 8) {
                let byte = code >> UInt32(shift) & 0xFF
                guard byte >= low >> UInt32(shift) & 0xFF, byte <= high >> UInt32(shift) & 0xFF else { return false }
            }
            return true
        }
    }

    /// Codes from `low` to `high` that stand for a text in `units`, whose last unit counts up.
    private struct Mapping: Sendable {
        let low: UInt32
        let high: UInt32
        let start: Int
        let count: Int
    }

    private static let mostCodeRanges = 64
    private static let mostOverlaps = 8

    private(set) var codeRanges: [CodeRange] = []
    private var mappings: [Mapping] = []
    private var units: [UInt16] = []

    mutating func add(_ range: CodeRange) {
        if codeRanges.count < Self.mostCodeRanges { codeRanges.append(range) }
    }

    mutating func add(_ codes: ClosedRange<UInt32>, _ text: [UInt16]) {
        mappings.append(
            Mapping(low: codes.lowerBound, high: codes.upperBound, start: units.count, count: text.count))
        units.append(contentsOf: text)
    }

    /// Must be called when everything is added.
    mutating func finish() {
        mappings.sort { ($0.low, $0.start) < ($1.low, $1.start) }
    }

    /// What the code stands for, in UTF-16; `nil`: the map does not say.
    ///
    /// Complexity: O(log n).
    func units(_ code: UInt32) -> [UInt16]? {
        let behind = mappings.partitioningIndex { $0.low > code }
        // Ranges may lie over each other.
        for mapping in mappings[..<behind].suffix(Self.mostOverlaps).reversed() where mapping.high >= code {
            var text = Array(units[mapping.start..<mapping.start + mapping.count])
            if let last = text.indices.last {
                text[last] = text[last] &+ UInt16(truncatingIfNeeded: code - mapping.low)
            }
            return text
        }
        return nil
    }

    /// The number that the code stands for in a map to glyphs.
    func number(_ code: UInt32) -> Int? {
        guard let units = units(code), units.count == 2 else { return nil }
        return Int(units[0]) << 16 | Int(units[1])
    }
}
