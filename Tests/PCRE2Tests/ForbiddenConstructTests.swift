import CPCRE2
import PCRE2
import Testing

@Suite struct ForbiddenConstructTests {
    @Test(arguments: [
        ("(*UTF)a", ForbiddenConstruct.verb, 0), ("(*LIMIT_MATCH=4294967295)a", .verb, 0), ("(*UCP)", .verb, 0),
        ("(*NO_JIT)a", .verb, 0), ("(*CRLF)a", .verb, 0), ("a(*FAIL)", .verb, 1), ("a(b(*COMMIT)c)", .verb, 3),
        ("a(*:name)", .verb, 1), ("(*pla:a)", .verb, 0), ("(*atomic:a)", .verb, 0), (#"\\(*F)"#, .verb, 2),
        ("[a](*F)", .verb, 3), ("[]](*F)", .verb, 3), ("[^]](*F)", .verb, 4), ("[[:alpha:]](*F)", .verb, 11),
        (#"\Qa\E(*F)"#, .verb, 5), (#"\E(*F)"#, .verb, 2), ("(?#)(*F)", .verb, 4), ("#(*F)", .verb, 1),
        (#"[\]](*F)"#, .verb, 4), (#"[\Q]\E](*F)"#, .verb, 7), (#"\c((*F)"#, .verb, 3), (#"[[:a](*F)"#, .verb, 5),
        ("[[.](*F)", .verb, 4), ("é(*F)", .verb, 2), ("(?x)#c\n(*F)", .verb, 7), ("(?x:a)#(*F)", .verb, 7),
        ("(?x)(?-x)#(*F)", .verb, 10),
        ("a(?C)b", .callout, 1), ("(?C1)", .callout, 0), ("(?C'text')", .callout, 0), ("(?(?C9)(?=a)b)", .callout, 2),
        (#"a\Kb"#, .resetOfMatchStart, 1), (#"(?=a\K)"#, .resetOfMatchStart, 4), (#"\\\K"#, .resetOfMatchStart, 2),
        (#"a\C"#, .singleCodeUnit, 1),
        ("a(b)*+c", .possessiveCapture, 1), ("(b)++", .possessiveCapture, 0), ("(b)?+", .possessiveCapture, 0),
        ("(b){2,}+", .possessiveCapture, 0), ("(?<n>b)*+", .possessiveCapture, 0),
        ("(?P<n>b)*+", .possessiveCapture, 0),
        ("(?'n'b)*+", .possessiveCapture, 0), ("(?x)(b) * #c\n +", .possessiveCapture, 4),
        (#"(b)\E*(?#c)+"#, .possessiveCapture, 0), ("(?:(b)*+)", .possessiveCapture, 3),
        ("(a)(?1)", .recursion, 3), ("(a(?R)?)", .recursion, 2), ("(?<n>a)(?&n)", .recursion, 7),
        ("(a)(?-1)", .recursion, 3),
        ("(?<n>a)(?P>n)", .recursion, 7), ("(?+1)(a)", .recursion, 0), (#"(a)\g<1>"#, .recursion, 3),
        (#"(a)\g'1'"#, .recursion, 3),
        ("(?J)a", .duplicateNames, 0), ("a(?iJ:b)", .duplicateNames, 1),
    ])
    func refused(_ source: String, _ construct: ForbiddenConstruct, _ byteOffset: Int) {
        #expect(throws: PatternError.forbiddenConstruct(construct, byteOffset: byteOffset)) { try Pattern(source) }
    }

    @Test(arguments: [
        "[(*]", "[(?C]", #"\(\*"#, #"\(*"#, #"(\*)"#, #"\Q(*F)\E"#, #"\Q(?C)"#, "(?#(*F)", "[](*]", "[^](*]",
        "[[:alpha:](*]", #"[\](*]"#, #"[\Q](*F)\E]"#, "(?x)a#(*F)\nb", "(?x:#(*F)\n)", "(?xx)[ ](*F)]",
        #"(a)\g1\g{1}\g{-1}"#, "(?<n>a)(?P=n)", "(?-i)a", "(a)?(?(1)b)",
        "(?:b)*+", "((?:b)*+)", "(?>(b)*)", "(b)*a+", "(b)a*+", "(b)*?", "(b) *+", "(?<=b)(?=b)*+", "(b)[*]+",
        "(b){2,}",
        #"\\K"#, #"\\C"#, "(?<C>a)", "(?:C)", "(?-J)a", #"\c\(a)"#,
    ])
    func accepted(_ source: String) throws {
        _ = try Pattern(source)
    }

    @Test func theOptionExtendedMakesComments() throws {
        _ = try Pattern("a # (*F)", options: .extended)
        _ = try Pattern("# (?C) \nb", options: .extended)
        #expect(throws: PatternError.forbiddenConstruct(.verb, byteOffset: 5)) {
            try Pattern("(?^:#(*F))", options: .extended)
        }
    }

    @Test(arguments: ForbiddenConstruct.allCases)
    func everyConstructHasARemedy(_ construct: ForbiddenConstruct) {
        #expect(!construct.remedy.isEmpty && !construct.spelling.isEmpty)
    }

    /// PCRE2 tells where the callouts of a compiled pattern are: it is the oracle of the scanner.
    @Test func agreesWithPCRE2OnRandomSources() {
        let pieces = [
            "(?C1)", "(?C1)", "(?C1)", #"\Q"#, #"\E"#, "[", "]", "[^", "^", "(?x)", "(?x:", "(?-x)", "(?^)", "(?^x:",
            "(?xx)", "(?xxx)", "(?xx:", "(?x-x)", "(?i-x:", "#", "\n", "(?#", ")", ")", "(", #"\"#, #"\c"#, "[:alpha:]",
            "[:", ":]", "[.", "a", " ", "\t",
            "(?|", "|", "-", "(?=", "(?<=", "{1}", "(?(1)", "(?<n>", "(?:", "(?P=n)", "[[:<:]]", "+", "=", "é", "(?",
            "\r",
        ]
        var generator = SeededGenerator(state: 1)
        var compiled = 0
        var withCallout = 0
        for _ in 0..<200_000 {
            let count = Int.random(in: 1...9, using: &generator)
            let source = (0..<count).map { _ in pieces.random(using: &generator) }.joined()
            let isExtended = Bool.random(using: &generator)
            guard case .compiled(let expected) = compile(Array(source.utf8), extended: isExtended) else { continue }
            let scanned = scannedConstruct(in: source, extended: isExtended)
            if scanned?.construct == .possessiveCapture { continue }
            #expect(scanned?.byteOffset == expected, "\(source.debugDescription) \(isExtended)")
            #expect(scanned?.construct ?? .callout == .callout, "\(source.debugDescription) \(isExtended)")
            compiled += 1
            withCallout += expected == nil ? 0 : 1
        }
        #expect(compiled > 10_000 && withCallout > 2_000 && compiled - withCallout > 2_000)
    }

    private func scannedConstruct(
        in source: String, extended: Bool
    ) -> (construct: ForbiddenConstruct, byteOffset: Int)? {
        do throws(PatternError) {
            _ = try Pattern(source, options: extended ? .extended : [], jit: .never)
            return nil
        } catch {
            guard case .forbiddenConstruct(let construct, let byteOffset) = error else {
                Issue.record("\(source.debugDescription): \(error)")
                return nil
            }
            return (construct, byteOffset)
        }
    }

    private enum Compilation {
        case compiled(firstCallout: Int?)
        case refused
    }

    /// Asks PCRE2 itself, without any of `Pattern`'s limits, where the first `(?C1)` is.
    private func compile(_ source: [UInt8], extended: Bool) -> Compilation {
        var error: Int32 = 0
        var errorOffset = 0
        // SAFETY: PCRE2 reads the source during the call only; the code is freed below.
        let code = unsafe source.withUnsafeBufferPointer {
            unsafe pcre2_compile_8($0.baseAddress, $0.count, extended ? PCRE2_EXTENDED : 0, &error, &errorOffset, nil)
        }
        guard let code = unsafe code else { return .refused }
        defer { unsafe pcre2_code_free_8(code) }  // SAFETY: sole owner.

        var first = Int.max
        // SAFETY: the callback runs during the call, with a valid block and the pointer to `first`.
        _ = unsafe withUnsafeMutablePointer(to: &first) { pointer in
            unsafe pcre2_callout_enumerate_8(
                code,
                { block, data in
                    guard let block = unsafe block, let data = unsafe data else { return 0 }
                    let first = unsafe data.assumingMemoryBound(to: Int.self)
                    unsafe first.pointee = min(first.pointee, block.pointee.pattern_position - 5)
                    return 0
                }, pointer)
        }
        return .compiled(firstCallout: first == .max ? nil : first)
    }
}
