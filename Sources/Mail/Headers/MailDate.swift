/// Reads dates of mail (RFC 5322, section 3.3 and 4.3).
enum MailDate {
    /// Seconds since 1970-01-01T00:00Z; `nil` if the text is no date.
    static func seconds(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int64? {
        let text = bytes.bytes(in: range.lowerBound..<min(range.upperBound, range.lowerBound + 96))
        let words = text.split { $0 <= 0x20 || $0 == 0x2C || $0 == 0x28 || $0 == 0x29 }
        var day: Int?
        var month: Int?
        var year: Int?
        var clock: Int?
        var zone = 0
        for word in words {
            if word.contains(0x3A) {
                if clock == nil { clock = seconds(ofClock: word) }
            } else if let first = word.first, first == 0x2B || first == 0x2D, clock != nil {
                zone = offset(word)
                break
            } else if let number = number(word) {
                if day == nil, number >= 1, number <= 31, word.count <= 2 {
                    day = number
                } else if year == nil, month != nil {
                    year = number
                }
            } else if month == nil {
                month = Self.month(word)
            }
        }
        guard let day, let month, var year, let clock, year <= 9999 else { return nil }
        // Two digits, and three as some programs wrote after 1999.
        if year < 50 { year += 2000 } else if year < 1000 { year += 1900 }
        return days(year, month, day) * 86_400 + Int64(clock - zone)
    }

    private static func number(_ word: ArraySlice<UInt8>) -> Int? {
        guard word.count <= 6, !word.isEmpty, word.allSatisfy(\.isDigit) else { return nil }
        return word.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func month(_ word: ArraySlice<UInt8>) -> Int? {
        guard word.count >= 3 else { return nil }
        let name = String(decoding: word.prefix(3), as: UTF8.self).lowercased()
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return months.firstIndex(of: name).map { $0 + 1 }
    }

    private static func seconds(ofClock word: ArraySlice<UInt8>) -> Int? {
        let parts = word.split(separator: 0x3A).map { number($0) ?? 0 }
        guard parts.count >= 2, parts[0] < 25, parts[1] < 61 else { return nil }
        return parts[0] * 3600 + parts[1] * 60 + (parts.count > 2 ? min(parts[2], 60) : 0)
    }

    private static func offset(_ word: ArraySlice<UInt8>) -> Int {
        guard let value = number(word.dropFirst()), word.count == 5 else { return 0 }
        let seconds = value / 100 * 3600 + value % 100 * 60
        return word.first == 0x2D ? -seconds : seconds
    }

    /// Days from 1970-01-01 in the Gregorian calendar.
    static func days(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return Int64(era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468)
    }
}
