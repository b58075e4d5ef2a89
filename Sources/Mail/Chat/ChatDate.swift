/// Times of chats.
enum ChatDate {
    /// Seconds since 1970-01-01T00:00Z of a Slack time, `1512085950.000216`; `nil` if it is none.
    static func seconds(ofTime text: String) -> Int64? {
        let whole = text.prefix { $0 != "." }
        guard whole.utf8.count <= 12, whole.utf8.allSatisfy(\.isDigit) else { return nil }
        return Int64(whole)
    }

    /// The same of a date of RFC 3339, `2024-03-05T09:12:00.5Z`.
    static func seconds(ofDate text: String) -> Int64? {
        let bytes = Array(text.utf8.prefix(40))
        func number(_ start: Int, _ count: Int) -> Int? {
            guard start + count <= bytes.count else { return nil }
            var value = 0
            for index in start..<start + count {
                guard bytes[index].isDigit else { return nil }
                value = value * 10 + Int(bytes[index] - 0x30)
            }
            return value
        }
        guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2), let hour = number(11, 2),
            let minute = number(14, 2), let second = number(17, 2), bytes[4] == 0x2D, (1...12).contains(month),
            (1...31).contains(day), hour < 25, minute < 60, second <= 60
        else { return nil }
        var zone = 0
        var index = 19
        while index < bytes.count, bytes[index] == 0x2E || bytes[index].isDigit { index += 1 }
        if index < bytes.count, bytes[index] == 0x2B || bytes[index] == 0x2D,
            let hours = number(index + 1, 2), let minutes = number(index + 4, 2)
        {
            zone = (hours * 3600 + minutes * 60) * (bytes[index] == 0x2D ? -1 : 1)
        }
        return MailDate.days(year, month, day) * 86_400 + Int64(hour * 3600 + minute * 60 + min(second, 59) - zone)
    }
}
