import Foundation
import Testing

@testable import Scoring

@Suite struct UTCTimeTests {
    @Test(arguments: [
        ("19700101T000000Z", 0, "1970-01-01T00:00:00Z"), ("20000229T235959Z", 951_868_799, "2000-02-29T23:59:59Z"),
        ("19691231T235959Z", -1, "1969-12-31T23:59:59Z"), ("20380119T031408Z", 2_147_483_648, "2038-01-19T03:14:08Z"),
        ("99991231T235959Z", 253_402_300_799, "9999-12-31T23:59:59Z"),
    ])
    func basicFormatIsReadAndWritten(basic: String, seconds: Int, written: String) throws {
        let time = try #require(UTCTime(basic: Array(basic.utf8)[...]))
        #expect(time.seconds == seconds)
        #expect(time.rfc3339 == written)
    }

    @Test(arguments: ["", "20130524", "20131324T000000Z", "20130524T240000Z", "2013-05-24T00:00Z", "20130524T000000 "])
    func otherTextIsRefused(text: String) {
        #expect(UTCTime(basic: Array(text.utf8)[...]) == nil)
    }

    /// From 1600 on: before 1582 Foundation counts in the Julian calendar, RFC 3339 does not.
    @Test func daysAgreeWithFoundation() throws {
        let format = Date.ISO8601FormatStyle()
        for day in stride(from: -135_140, to: 2_900_000, by: 997) {
            let seconds = day * 86_400 + day & 0xFFFF
            let time = try #require(UTCTime(seconds: seconds))
            #expect(time.rfc3339 == Date(timeIntervalSince1970: Double(seconds)).formatted(format))
        }
    }

    @Test func timesThatCannotBeWrittenAreRefused() {
        #expect(UTCTime(seconds: .max) == nil)
        #expect(UTCTime(seconds: 0)?.advanced(bySeconds: .max) == nil)
    }
}
