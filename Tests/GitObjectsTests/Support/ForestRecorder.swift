import Blobs
import Testing

@testable import GitObjects

/// Keeps all that a walk tells, and compares what is copied with what it is copied from.
struct ForestRecorder: ForestVisitor, ~Copyable {
    var objects: [ObjectID: PackRecord] = [:]
    var failures: [ObjectID: ObjectError] = [:]
    var streamed: Set<ObjectID> = []
    var order: [Int] = []
    var copiedBytes = 0
    var wrongCopies = 0
    var limit = Int.max

    var shouldStop: Bool { order.count >= limit }

    mutating func visit(
        _ object: PackedObject, content: Span<UInt8>, base: borrowing [UInt8]?, copies: [CopiedRange]
    ) -> [UInt8] {
        let bytes = packBytes(content)
        if let base = copy base {
            var last = 0
            for copy in copies {
                if copy.range.lowerBound < last || copy.range.isEmpty { wrongCopies += 1 }
                last = copy.range.upperBound
                let from = base[copy.source...].prefix(copy.range.count)
                if !bytes[copy.range].elementsEqual(from) { wrongCopies += 1 }
                copiedBytes += copy.range.count
            }
        } else if !copies.isEmpty {
            wrongCopies += 1
        }
        #expect(objects.updateValue(PackRecord(kind: object.kind, bytes: bytes), forKey: object.id) == nil)
        order.append(object.position)
        return bytes
    }

    mutating func visit(stream object: PackedObject, _ source: inout InflatingSource) {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 10_000)
        while true {
            var span = piece.mutableSpan
            guard let count = try? source.read(into: &span, at: bytes.count), count > 0 else { break }
            bytes += piece[..<count]
        }
        if let problem = source.problem { failures[object.id] = problem }
        #expect(source.size == bytes.count)
        objects[object.id] = PackRecord(kind: object.kind, bytes: bytes)
        streamed.insert(object.id)
        order.append(object.position)
    }

    mutating func fail(_ object: PackedObject, _ error: ObjectError) {
        #expect(failures.updateValue(error, forKey: object.id) == nil)
        order.append(object.position)
    }

    /// Walks all trees of all packs.
    static func walk(
        _ store: ObjectStore, budget: MemoryBudget = MemoryBudget(), limit: Int = .max
    ) throws -> ForestRecorder {
        var recorder = ForestRecorder()
        recorder.limit = limit
        for pack in store.packs {
            let forest = try PackForest(pack)
            for problem in forest.problems { recorder.failures[pack.id(at: problem.position)] = problem.error }
            var walker = ForestWalker(store, pack: pack, forest: forest, budget: budget)
            for root in forest.roots { walker.walk(root: root, visitor: &recorder) }
        }
        return recorder
    }
}
