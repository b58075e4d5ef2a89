extension UTCTime {
    /// The time that the extended format of ISO 8601 names, in UTC and with any precision from the day to a fraction
    /// of a second: `2026-11-24`, `2026-11-24T21:30Z`, `2026-11-24T21:30:00.5Z`. `nil` for anything else.
    init?(extended text: some Collection<UInt8>) {
        let letters = Array(text)
        guard letters.count >= 10, letters[4] == UInt8(ascii: "-"), letters[7] == UInt8(ascii: "-") else { return nil }
        var basic = letters[0..<4] + letters[5..<7] + letters[8..<10]
        var time: [UInt8] = []
        if letters.count > 10 {
            guard letters[10] == UInt8(ascii: "T"), letters.last == UInt8(ascii: "Z") else { return nil }
            time = letters[11..<(letters.count - 1)].prefix { $0 != UInt8(ascii: ".") }.filter {
                $0 != UInt8(ascii: ":")
            }
        }
        guard time.count <= 6 else { return nil }
        time += Array(repeating: UInt8(ascii: "0"), count: 6 - time.count)
        basic += [UInt8(ascii: "T")] + time + [UInt8(ascii: "Z")]
        self.init(basic: ArraySlice(Array(basic)))
    }
}
