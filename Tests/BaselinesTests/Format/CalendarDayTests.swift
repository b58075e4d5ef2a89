import Testing

@testable import Baselines

@Suite struct CalendarDayTests {
    @Test(arguments: ["2026-11-27", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2026-04-30"])
    func daysAreValid(text: String) {
        #expect(CalendarDay.isValid(text) && Baseline.isDay(text))
    }

    @Test(arguments: [
        "", "2026-11-31", "2026-02-29", "1900-02-29", "2026-00-10", "2026-13-10", "2026-10-00", "2026-10-32",
        "0000-01-01", "2026-1-01", "2026/01/01", "2026-01-01T", "20260101", "२०२६-०१-०१", "+026-01-01", "2026-01-0x",
    ])
    func otherTextsAreNot(text: String) {
        #expect(!CalendarDay.isValid(text))
    }
}
