/// A point in time in whole seconds, written as RFC 3339 does, in UTC. No clock: it only converts.
///
/// The day number of a civil date counts years from March, so that the leap day is the last of its year, in eras of
/// 400 years = 146,097 days: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
struct UTCTime: Hashable {
    private static let secondsPerDay = 86_400
    private static let daysPerEra = 146_097
    /// Days from 0000-03-01 to 1970-01-01.
    private static let daysBeforeEpoch = 719_468

    /// The years that RFC 3339 can write, in seconds since 1970: 0000-01-01 to 9999-12-31.
    private static let writable = -62_167_219_200...253_402_300_799

    /// Since 1970-01-01T00:00:00Z.
    let seconds: Int

    /// `nil` outside the years 0 to 9999.
    init?(seconds: Int) {
        guard Self.writable.contains(seconds) else { return nil }
        self.seconds = seconds
    }

    /// The time that the basic format of ISO 8601 names, such as `20130524T000000Z`; `nil` for anything else.
    init?(basic text: ArraySlice<UInt8>) {
        guard text.count == 16, text[text.startIndex + 8] == UInt8(ascii: "T"), text.last == UInt8(ascii: "Z"),
            let date = Self.number(text.prefix(8)), let time = Self.number(text.dropFirst(9).prefix(6))
        else { return nil }
        let (year, month, day) = (date / 10_000, date / 100 % 100, date % 100)
        let (hour, minute, second) = (time / 10_000, time / 100 % 100, time % 100)
        guard (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second <= 60 else {
            return nil
        }
        let dayNumber = Self.dayNumber(year: year, month: month, day: day)
        self.init(seconds: dayNumber * Self.secondsPerDay + hour * 3_600 + minute * 60 + second)
    }

    /// Such as `2013-05-24T00:00:00Z`.
    var rfc3339: String {
        var day = seconds / Self.secondsPerDay
        var time = seconds % Self.secondsPerDay
        if time < 0 {
            day -= 1
            time += Self.secondsPerDay
        }
        let (year, month, monthDay) = Self.civil(dayNumber: day)
        let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(monthDay, 2))"
        return "\(date)T\(Self.padded(time / 3_600, 2)):\(Self.padded(time / 60 % 60, 2)):\(Self.padded(time % 60, 2))Z"
    }

    func advanced(bySeconds count: Int) -> UTCTime? {
        let (sum, overflow) = seconds.addingReportingOverflow(count)
        return overflow ? nil : UTCTime(seconds: sum)
    }

    /// Decimal digits as a number; `nil` for none, for other bytes, or for more than 12.
    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...12).contains(digits.count) else { return nil }
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }

    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * daysPerEra + dayOfEra - daysBeforeEpoch
    }

    private static func civil(dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + daysBeforeEpoch
        let era = (shifted >= 0 ? shifted : shifted - daysPerEra + 1) / daysPerEra
        let dayOfEra = shifted - era * daysPerEra
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
