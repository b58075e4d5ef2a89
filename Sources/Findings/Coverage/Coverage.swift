import Blobs

/// What was examined, and what was not and why.
///
/// A unit is one folder entry that is not a folder, one folder that could not be read, or standard input.
/// Every unit that is seen ends exactly once, as examined or as skipped; `isBalanced` says so.
public struct Coverage: Hashable, Sendable {
    public private(set) var unitsSeen = 0
    public private(set) var unitsExamined = 0

    /// Bytes of content that every enabled rule looked at, holes of sparse files included.
    public private(set) var bytesExamined = 0
    /// How many of the units examined an earlier run had examined, under the same rules, and this one did not read.
    public private(set) var unitsRemembered = 0
    public private(set) var skipped: [SkipReason: SkipTally] = [:]

    public init() {}

    public mutating func see(units: Int = 1) {
        unitsSeen += units
    }

    public mutating func examine(bytes: Int) {
        unitsExamined += 1
        bytesExamined += bytes
    }

    /// Sees units, and ends them as examined by an earlier run.
    public mutating func remember(units: Int) {
        see(units: units)
        unitsExamined += units
        unitsRemembered += units
    }

    /// Ends a unit that was seen as examined by an earlier run.
    public mutating func endRemembered() {
        unitsExamined += 1
        unitsRemembered += 1
    }

    /// Ends a unit as skipped.
    ///
    /// - Parameters:
    ///   - bytes: how many of its bytes were not examined.
    ///   - examinedBytes: how many were, before the reason came up.
    public mutating func skip(_ diagnostic: Diagnostic, bytes: Int = 0, examinedBytes: Int = 0) {
        skipped[diagnostic.reason, default: SkipTally()].add(diagnostic, bytes: bytes)
        bytesExamined += examinedBytes
    }

    public mutating func merge(_ other: Coverage) {
        unitsSeen += other.unitsSeen
        unitsExamined += other.unitsExamined
        bytesExamined += other.bytesExamined
        unitsRemembered += other.unitsRemembered
        skipped.merge(other.skipped) { left, right in
            var sum = left
            sum.merge(right)
            return sum
        }
    }

    public var unitsSkipped: Int { skipped.values.reduce(0) { $0 + $1.count } }

    /// Whether every unit that was seen is accounted for.
    public var isBalanced: Bool { unitsSeen == unitsExamined + unitsSkipped }

    /// The reasons that leave the result incomplete, in order, those that the user accepts left out.
    public func incompleteReasons(accepting accepted: Set<SkipReason> = []) -> [SkipReason] {
        skipped.keys.filter { $0.isIncomplete && !($0.isAcceptable && accepted.contains($0)) }.sorted()
    }
}
