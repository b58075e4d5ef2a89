import Findings

/// A moment in RFC 3339, in UTC: `2026-11-23T22:15:40Z`.
public enum Timestamp {
    /// - Parameter seconds: since 1970-01-01T00:00:00Z, leap seconds not counted.
    public static func text(_ seconds: Int) -> String {
        let (days, secondOfDay) = floorDivide(seconds, 86_400)
        // Years begin in March here, so that the leap day is the last day of its year; an era is 400 years.
        let (era, dayOfEra) = floorDivide(days + 719_468, 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let date = [digits(year, 4), digits(month, 2), digits(day, 2)].joined(separator: "-")
        let time = [secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60].map { digits($0, 2) }
        return date + "T" + time.joined(separator: ":") + "Z"
    }

    /// The same without the `Z`, for formats that know no other zone: `2026-11-23T22:15:40`.
    static func textWithoutZone(_ seconds: Int) -> String { String(text(seconds).dropLast()) }

    /// When a run ended, in seconds since 1970.
    static func end(of run: RunDescription) -> Int {
        let longest = 1_000_000_000.0
        let elapsed = min(max(0, run.elapsedSeconds.isNaN ? 0 : run.elapsedSeconds), longest)
        return run.startedAt + Int(elapsed)
    }

    private static func floorDivide(_ value: Int, _ divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    private static func digits(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
