/// A point in time as the user writes it, in UTC.
struct PointInTime {
    /// Since 1970.
    let seconds: Int

    /// `2025-01-31`, `2025-01-31T12:00:00Z` (the `Z` may be left out, and the `T` a space), or an age such as `36h`.
    init?(_ text: String) {
        if let age = Self.age(text) {
            seconds = SystemClock.secondsSince1970() - age
            return
        }
        let parts = text.split { "-T: Z".contains($0) }.map { Int($0) }
        let numbers = parts.compactMap { $0 }
        guard numbers.count == parts.count, [3, 5, 6].contains(numbers.count), text.hasPrefix("\(parts[0] ?? 0)-"),
            (1970...9999).contains(numbers[0]), (1...12).contains(numbers[1]), (1...31).contains(numbers[2])
        else { return nil }
        let time = numbers.dropFirst(3) + [0, 0, 0]
        guard let hour = time.first, hour < 24, time.dropFirst().allSatisfy({ $0 < 61 }) else { return nil }
        let clock = time.prefix(3).reduce(0) { 60 * $0 + $1 }
        seconds = 86_400 * Self.days(numbers[0], numbers[1], numbers[2]) + clock
    }

    private static func age(_ text: String) -> Int? {
        let units: [Character: Int] = ["m": 60, "h": 3_600, "d": 86_400, "w": 604_800]
        guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()), count >= 0,
            count < 1_000_000
        else { return nil }
        return count * unit
    }

    /// Days since 1970-01-01 in the Gregorian calendar. March is taken for the first month, so that the leap day is the
    /// last of its year.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        let leaps = year / 4 - year / 100 + year / 400
        return 365 * year + leaps + (153 * month + 2) / 5 + day - 1 - 719_468
    }
}
