import PCRE2
import Testing

@Suite struct PatternTests {
    @Test func properties() throws {
        let pattern = try Pattern(#"(?<=ab)(?<id>[0-9]{4})(x)?(?<rest>y*)"#, options: [.caseInsensitive])
        #expect(pattern.captureCount == 3)
        #expect(pattern.groupNumbers == ["id": 1, "rest": 3])
        #expect(pattern.maximumLookbehind == 2)
        #expect(!pattern.canMatchEmpty)
        #expect(pattern.compiledSize > 0)
        #expect(pattern.isJITCompiled == PCRE2Library.jitIsUsable)
        #expect(pattern.isJITCompiled == (pattern.machineCodeSize > 0))
        #expect(pattern.description == pattern.source)
        #expect(pattern.options == .caseInsensitive)
    }

    @Test func noNames() throws {
        #expect(try Pattern("(a)").groupNumbers.isEmpty)
    }

    @Test(arguments: [("a*", true), ("a+", false), ("", true), ("a|", true), ("(?=a)", true), (#"\b"#, true)])
    func canMatchEmpty(_ source: String, _ expected: Bool) throws {
        #expect(try Pattern(source).canMatchEmpty == expected)
    }

    @Test(arguments: [("a", 0), (#"\ba"#, 1), ("(?<!abc)d", 3), ("(?<=a|bcd)e", 3), ("(?<=(?<=ab)c)d", 2)])
    func maximumLookbehind(_ source: String, _ expected: Int) throws {
        #expect(try Pattern(source).maximumLookbehind == expected)
    }

    @Test func neverMeansNoMachineCode() throws {
        #expect(try !Pattern("a", jit: .never).isJITCompiled)
    }

    @Test func branchResetSharesANumber() throws {
        let pattern = try Pattern("(?|(?<k>a)|(?<k>b))")
        #expect(pattern.captureCount == 1)
        #expect(pattern.groupNumbers == ["k": 1])
    }
}

/// Each refusal, on the last value that is allowed and the first that is not.
@Suite struct PatternErrorTests {
    @Test(arguments: [
        ("(unclosed", 9), ("a)", 1), ("*", 0), ("[a", 2), ("a(?<n>b)(?<n>c)", 13), (#"(?<=a*)b"#, 0), (#"\p{Nope}"#, 8),
    ])
    func syntax(_ source: String, _ expectedOffset: Int) {
        guard case .syntax(let message, let byteOffset)? = refusal(of: source) else {
            Issue.record("accepted, or another error")
            return
        }
        #expect(!message.isEmpty)
        #expect(byteOffset == expectedOffset, "\(message)")
    }

    @Test func syntaxOffsetCountsBytes() {
        guard case .syntax(_, let byteOffset)? = refusal(of: "é)") else {
            Issue.record("accepted, or another error")
            return
        }
        #expect(byteOffset == 2)
    }

    @Test func length() {
        let limit = Pattern.maximumSourceLength
        // White space that is ignored: only the length can be refused.
        #expect(refusal(of: String(repeating: " ", count: limit), options: .extended) == nil)
        #expect(
            refusal(of: String(repeating: " ", count: limit + 1), options: .extended)
                == .tooLong(byteCount: limit + 1, limit: limit))
    }

    @Test func compiledSize() throws {
        #expect(refusal(of: "(?:[a-c]{1,100}){20}") == nil)
        guard case .tooLarge(_, let limit)? = refusal(of: "((?:abcdefgh){1000}){1000}") else {
            Issue.record("accepted, or another error")
            return
        }
        #expect(limit == Pattern.maximumCompiledSize)
    }

    @Test func groups() throws {
        let limit = Pattern.maximumCaptureCount
        #expect(try Pattern(String(repeating: "(a)", count: limit)).captureCount == limit)
        #expect(
            refusal(of: String(repeating: "(a)", count: limit + 1)) == .tooManyGroups(count: limit + 1, limit: limit))
    }

    @Test func nesting() {
        func nested(_ depth: Int) -> String {
            String(repeating: "(?:", count: depth) + "a" + String(repeating: ")", count: depth)
        }
        let limit = Pattern.maximumNesting
        #expect(refusal(of: nested(limit)) == nil)
        #expect(refusal(of: nested(limit + 1)) == .nestedTooDeeply(limit: limit, byteOffset: 3 * (limit + 1)))
        #expect(refusal(of: nested(10_000)) != nil)
    }

    @Test func hostileSourcesAreRefusedOrCompiledInTime() {
        let sources = [
            String(repeating: "(", count: 65_536), String(repeating: "[", count: 65_536),
            String(repeating: "[:", count: 32_768), String(repeating: #"\Q"#, count: 32_768),
            String(repeating: "a?", count: 32_768), String(repeating: "(?x", count: 21_845),
            String(repeating: "a|", count: 32_768), String(repeating: "[[:", count: 21_845) + "]",
        ]
        let elapsed = ContinuousClock().measure {
            for source in sources { _ = try? Pattern(source, jit: .never) }
        }
        #expect(elapsed < .seconds(5))
    }

    @Test func everyDescriptionSaysTheNumbers() {
        let limit = 77
        let errors: [PatternError] = [
            .tooLong(byteCount: 99, limit: limit), .tooLarge(byteCount: 99, limit: limit),
            .tooManyGroups(count: 99, limit: limit),
        ]
        for error in errors {
            #expect(error.description.contains("99") && error.description.contains("77"))
        }
        #expect(PatternError.forbiddenConstruct(.verb, byteOffset: 5).description.contains("(* at byte 5"))
    }

    private func refusal(of source: String, options: Pattern.Options = []) -> PatternError? {
        do throws(PatternError) {
            _ = try Pattern(source, options: options)
            return nil
        } catch {
            return error
        }
    }
}
