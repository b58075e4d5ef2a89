import Dispatch
import PCRE2
import Synchronization
import Testing

@Suite struct ConcurrencyTests {
    /// Real threads, more than cores, that all match the same patterns, while patterns are also compiled and freed.
    @Test func manyThreadsShareOnePattern() throws {
        let workers = 16
        let pattern = try Pattern(#"(?<![A-Z])(AKIA)([A-Z0-9]{4})(?:\b|x)"#)
        let subject = Array((String(repeating: "AKI AKIAxx ", count: 200) + "=AKIA7Q2Z;").utf8)
        let right = Atomic(0)
        let group = DispatchGroup()
        let queue = DispatchQueue(label: "workers", attributes: .concurrent)
        for worker in 0..<workers {
            queue.async(group: group) {
                guard var matcher = try? Matcher(jit: worker % 4 == 3 ? .never : .automatic) else { return }
                for round in 0..<200 {
                    let own = try? Pattern("=AKIA[0-9]{\(round % 3 + 1)}")
                    let isRight =
                        own?.captureCount == 0
                        && matcher.firstMatch(of: pattern, in: subject.span) == .match
                        && matcher.range(ofGroup: 2) == subject.count - 5..<subject.count - 1
                    right.add(isRight ? 1 : 0, ordering: .relaxed)
                }
            }
        }
        group.wait()
        #expect(right.load(ordering: .relaxed) == workers * 200)
    }
}
