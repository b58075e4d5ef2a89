/// The moment after which checking rules is given up: hostile rules may not hold up a start.
struct Deadline {
    private let end: ContinuousClock.Instant

    init(in duration: Duration) {
        end = .now + duration
    }

    var hasPassed: Bool { .now >= end }
}
