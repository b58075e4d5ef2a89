import Synchronization

/// Numbers for names in which something was found, behind those of all objects: the same for all workers.
final class GoalNumbers: Sendable {
    private let known: Mutex<[[UInt8]: UInt32]> = Mutex([:])
    private let first: UInt32

    init(behind objectCount: Int) {
        first = UInt32(objectCount)
    }

    var count: Int { known.withLock { $0.count } }

    func number(of name: [UInt8]) -> UInt32 {
        known.withLock { known in
            if let number = known[name] { return number }
            let number = first + UInt32(known.count)
            known[name] = number
            return number
        }
    }
}
