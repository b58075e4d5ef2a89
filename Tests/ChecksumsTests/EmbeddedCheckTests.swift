import Testing

@testable import Checksums

/// Checks that stand inside a token, or are no CRC-32. No issuer publishes a vector for them: what is held here is that
/// one part of the code reads what another writes, and that the numbers are those of the sources.
@Suite struct EmbeddedCheckTests {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

    private static func text(_ count: Int, _ seed: UInt64) -> [UInt8] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return letters[Int(state >> 33) % letters.count]
        }
    }

    private static func holds(_ token: [UInt8], _ check: (Span<UInt8>) -> Bool) -> Bool { check(token.span) }

    /// How many changes of one character of `token` pass `holds`.
    private static func passing(_ token: [UInt8], from first: Int, _ holds: (Span<UInt8>) -> Bool) -> Int {
        var bytes = token
        var count = 0
        for place in first..<bytes.count {
            let original = bytes[place]
            for character in letters where character != original {
                bytes[place] = character
                if holds(bytes.span) { count += 1 }
            }
            bytes[place] = original
        }
        return count
    }

    @Test func fineGrainedTokens() throws {
        let token = try #require(
            GitHubFineGrainedCheck.completed(Array("github_pat_".utf8) + Self.text(22, 1) + [0x5F] + Self.text(51, 2)))
        #expect(token.count == 93 && Self.holds(token, GitHubFineGrainedCheck.holds))
        // The last eight characters are not covered.
        #expect(
            Self.passing(Array(token.dropLast(8)) + token.suffix(8), from: 11, GitHubFineGrainedCheck.holds) == 8 * 61)
        #expect(!Self.holds([], GitHubFineGrainedCheck.holds))
    }

    @Test func personalAccessTokensOfAzureDevOps() throws {
        let body = (0..<52).map { Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)[$0 * 11 % 32] }
        let token = try #require(AzureDevOpsCheck.completed(body))
        #expect(token.count == 52 && token.allSatisfy { $0 != $0 & 0xDF || $0 < 0x41 })
        #expect(AzureDevOpsCheck.kind(token.span) == .user)
        let capitals = token.map { $0 >= 0x61 ? $0 & 0xDF : $0 }
        #expect(AzureDevOpsCheck.kind(capitals.span) == .user)
        var changed = token
        for place in changed.indices {
            for character in "abcdefghijklmnopqrstuvwxyz234567".utf8 where character != token[place] {
                changed[place] = character
                #expect(AzureDevOpsCheck.kind(changed.span) == nil)
            }
            changed[place] = token[place]
        }
        let short = Array(token.dropLast())
        #expect(AzureDevOpsCheck.kind(short.span) == nil)
    }

    @Test func everyKindOfAzureKey() throws {
        for (index, kind) in AzureKeyKind.all.enumerated() {
            for (bytes, length) in [(64, 76), (32, 33), (40, 44), (39, 42)] {
                let body = Self.text(length, UInt64(index)) + Array(kind.signature.utf8)
                let key = try #require(AzureKeyCheck.completed(body))
                #expect(key.count == (bytes + 2) / 3 * 4, "\(kind.signature) \(bytes)")
                // The first kind with the signature is the one whose seed completes a key.
                let found = AzureKeyCheck.kind(key.span)
                #expect(found?.signature == kind.signature)
                #expect(key.starts(with: body.prefix(length - 1)))
                #expect(AzureKeyCheck.candidates(key.span).contains(kind))
            }
        }
        #expect(AzureKeyCheck.completed(Self.text(80, 3)) == nil)
        #expect(!Self.holds(Self.text(86, 4), AzureKeyCheck.hasSignature))
    }

    @Test func seedsAreReadAsText() {
        #expect(AzureKeyKind.all.first { $0.signature == "+ASt" }?.seed == 0x4465_6661_756C_7430)
        #expect(AzureKeyKind.all.first { $0.signature == "AzCa" }?.seed == 0x4163_6365_7373_3030)
        #expect(AzureKeyKind.all.first { $0.use == "gateway" }?.seed == 0x4761_7465_7779_3030)
        #expect(AzureKeyKind.all.first { $0.use == "listen" }?.seed == 0x4C69_7374_656E_3030)
    }

    @Test func aChangedAzureKeyFails() throws {
        let key = try #require(AzureKeyCheck.completed(Self.text(76, 5) + Array("+ASt".utf8)))
        #expect(Self.passing(Array(key.dropLast(2)), from: 0) { AzureKeyCheck.kind($0) != nil } == 0)
    }

    @Test func annotatedKeysInBothForms() throws {
        let body = Self.text(52, 6) + Array("JQQJ99BC".utf8) + Self.text(16, 7) + Array("AZEG".utf8)
        let key = try #require(AzureAnnotatedKeyCheck.completed(body))
        #expect(key.count == 84 && Self.holds(key, AzureAnnotatedKeyCheck.holds))
        // A check of 24 bits: one change in 16 million passes.
        #expect(Self.passing(key, from: 0, AzureAnnotatedKeyCheck.holds) == 0)
        #expect(!Self.holds(body, AzureAnnotatedKeyCheck.holds))
        #expect(AzureAnnotatedKeyCheck.completed(Self.text(79, 8)) == nil)
    }

    @Test func clientSecretsOfEntra() throws {
        let secret = try #require(EntraSecretCheck.completed(Self.text(3, 9) + Array("8Q~".utf8) + Self.text(31, 10)))
        #expect(secret.count == 40 && Self.holds(secret, EntraSecretCheck.holds))
        // Three characters of base 66, the first of which is one of four: one change in 18,000 passes, of 2,440.
        #expect(Self.passing(secret, from: 0, EntraSecretCheck.holds) <= 3)
        #expect(!Self.holds([], EntraSecretCheck.holds))
    }

    @Test func everyFamilyMakesWhatItsCheckAccepts() throws {
        let samples: [(CheckedFamily, String)] = [
            (.github, "gh" + "p_abcdefghijklmnopqrstuvwxyz0123"), (.gitlab, "glpat-0123456789abcdefo:1\nu:5k"),
            (.grafana, "gls" + "a_0123456789abcdef0123456789abcdef"), (.confluent, "cflt0123456789abcdef"),
            (.zuplo, "zpka_0123456789abcdef"), (.packagist, "packagist_ort_0123456789abcdef"),
            (.atlassian, "ATATT3abcdefghij="),
        ]
        for (family, body) in samples {
            let token = try #require(family.completed(Array(body.utf8)), "\(family)")
            let check: TrailingCheck =
                switch family {
                case .github: .github
                case .gitlab: .gitlab
                case .grafana: .grafana
                case .confluent: .confluent
                case .zuplo: .zuplo
                case .packagist: .packagist
                default: .atlassian
                }
            #expect(Self.holds(token, check.holds), "\(family)")
        }
        #expect(CheckedFamily.gitlab.completed(Array("glpat-0123456789abcdef".utf8)) == nil)
        #expect(CheckedFamily.gitlab.completed(Array("glpat".utf8)) == nil)
    }
}
