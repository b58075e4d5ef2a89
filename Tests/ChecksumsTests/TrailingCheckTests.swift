import Testing

@testable import Checksums

/// Vectors are split, so that no file of this tree holds a token.
@Suite struct TrailingCheckTests {
    /// Tokens that their maker let expire and published: `test.js` of therootcompany/base62-token.js.
    static let github = [
        "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ" + "0mLq17", "adE7dp8rHP6gUTuPwxLTZjZdtya3sV" + "0UQzQM",
        "H3xbiBdlzffNx7Y56iNsPw3joObj7U" + "2nO29h", "Ul6eIUhXOWE75DeLfPndUU0GbceBq8" + "0KIha4",
        "krLZ8fJtWbM6VhZVvXxLhocgw8JcfR" + "2dBDWy", "rcECphp5g0lsT6dRwIiDCVbDQox6HL" + "1HMj9z",
        "qZUDkTSrClTlGY6xZLXI3YySyJcDav" + "0u0Nw4", "VUBNjI6qyUfLH0TzIOSAQvTi4BK6eo" + "3Swomb",
        "A45pcUWyxpD3Clof4uvqtItiX3q0RH" + "0OI2G4", "TU1MHRc9zg8H3ZejZna3vxiXu8Ce81" + "0JsMGK",
    ].map { "gh" + "p_" + $0 }

    static let vectors: [(TrailingCheck, String)] =
        github.map { (.github, $0) } + [
            // `routable_payload_spec.rb` of GitLab.
            (.gitlab, ["glrt", "r-W5m1cHR6skC98Bx7XkuYjmM6MQpnOjgKbzpyegp0OjIQ", ".01.181uebm4k"].joined()),
            // `tokengen_test.go` of grafana/grafana.
            (.grafana, "gls" + "a_iNValIdinValiDinvalidinvalidinva" + "_5b582697"),
            // "Use API Keys to Authenticate to Confluent Cloud".
            (.confluent, ["cfl", "tT8d8RzkNseTMEDKcjNM1BZTFPHqRn/dQm9q7w6SjzZ12wZfwjaJdip", "HZtDjw"].joined()),
        ]

    @Test func publishedTokensHold() {
        for (check, token) in Self.vectors { #expect(Self.holds(check, Array(token.utf8)), "\(token.prefix(5))") }
    }

    private static func holds(_ check: TrailingCheck, _ token: [UInt8]) -> Bool { check.holds(token.span) }

    /// A CRC-32 finds every change of up to 32 bits in a row, so that of one character wherever it stands.
    @Test func everyChangeOfOneCharacterIsFound() {
        let characters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/-_.=".utf8)
        for (check, token) in Self.vectors {
            var bytes = Array(token.utf8)
            let firstSummed = check.start == .beginning ? 0 : 4
            for place in firstSummed..<bytes.count {
                let original = bytes[place]
                for character in characters where character != original {
                    bytes[place] = character
                    #expect(!Self.holds(check, bytes), "\(token.prefix(5)) at \(place)")
                }
                bytes[place] = original
            }
        }
    }

    @Test func completedTokensHold() {
        for check in [TrailingCheck.github, .gitlab, .grafana, .atlassian, .confluent, .zuplo, .packagist] {
            for length in [10, 32, 60] {
                let body = Array("abc_".utf8) + (0..<length).map { UInt8(ascii: "a") + UInt8($0 * 7 % 26) }
                let token = check.completed(body)
                #expect(token.map { check.holds($0.span) } == true)
                #expect(token?.starts(with: body) == true)
            }
        }
    }

    @Test func shortTextHoldsNothing() {
        for check in [TrailingCheck.github, .gitlab, .grafana, .atlassian, .confluent, .zuplo, .packagist] {
            for length in 0..<16 {
                #expect(!Self.holds(check, [UInt8](repeating: UInt8(ascii: "_"), count: length)))
            }
        }
        #expect(TrailingCheck.github.completed(Array("noprefix".utf8)) == nil)
        #expect(TrailingCheck.confluent.completed(Array("cfl".utf8)) == nil)
    }
}
