/// A compiled regular expression over bytes: immutable, and shared by any number of matchers on any thread.
///
/// The source is taken as its UTF-8 bytes, and every byte of it is one item: write `(?:é)+`, not `é+`, and never a
/// character outside ASCII in a class. Newline is the line feed, `\R` is CR, LF or CRLF, whatever PCRE2's build says.
///
/// Bounds that do not depend on what is scanned are checked here, once: length, compiled size, groups, nesting, and
/// syntax that would change how a pattern is run (`ForbiddenConstruct`).
public final class Pattern: Sendable {
    /// The most bytes of source.
    public static let maximumSourceLength = 64 * 1024

    /// The most bytes of compiled code, machine code not counted.
    public static let maximumCompiledSize = 256 * 1024

    /// The most capture groups: with group 0 they fill the 32 offset pairs of a `Matcher`.
    public static let maximumCaptureCount = 31

    /// The deepest nesting of parentheses.
    public static let maximumNesting = 250

    public let source: String
    public let options: Options

    /// How many groups capture, group 0 not counted.
    public let captureCount: Int

    /// The number of each named group, in 1...captureCount.
    public let groupNumbers: [String: Int]

    /// How many bytes before its own position the longest single lookbehind reads; `\b`, `\B` and `^` with
    /// `.multiLine` count as 1.
    ///
    /// Lookbehinds inside lookbehinds do not add up in this number: `(?<=(?<=ab)c)` reads 3 bytes and says 2.
    public let maximumLookbehind: Int

    /// False only if no match can be empty.
    public let canMatchEmpty: Bool

    /// Bytes of compiled code, machine code not counted.
    public let compiledSize: Int

    /// Bytes of machine code; 0 if the interpreter runs this pattern.
    public let machineCodeSize: Int

    /// False if the policy, the library or the system refused machine code. Matches are the same.
    public var isJITCompiled: Bool { machineCodeSize > 0 }

    let code: CompiledCode

    /// Compiles `source`.
    ///
    /// - Throws: `PatternError` with the number that was too high or the byte offset of what was wrong. A refusal of
    ///   executable memory is not an error: see `isJITCompiled`.
    /// - Complexity: that of PCRE2's compiler, for at most `maximumSourceLength` bytes.
    public init(_ source: String, options: Options = [], jit: JITPolicy = .automatic) throws(PatternError) {
        let bytes = Array(source.utf8)
        guard bytes.count <= Pattern.maximumSourceLength else {
            throw .tooLong(byteCount: bytes.count, limit: Pattern.maximumSourceLength)
        }
        let isExtended = options.contains(.extended)
        if let finding = ForbiddenConstructScanner.firstFinding(in: bytes, extended: isExtended) {
            throw .forbiddenConstruct(finding.construct, byteOffset: finding.byteOffset)
        }

        var code = try CompiledCode(source: bytes, options: options)
        guard code.byteCount <= Pattern.maximumCompiledSize else {
            throw .tooLarge(byteCount: code.byteCount, limit: Pattern.maximumCompiledSize)
        }
        guard code.captureCount <= Pattern.maximumCaptureCount else {
            throw .tooManyGroups(count: code.captureCount, limit: Pattern.maximumCaptureCount)
        }
        if jit == .automatic {
            code.compileToMachineCode()
        }

        self.source = source
        self.options = options
        captureCount = code.captureCount
        groupNumbers = code.groupNumbers
        maximumLookbehind = code.maximumLookbehind
        canMatchEmpty = code.canMatchEmpty
        compiledSize = code.byteCount
        machineCodeSize = code.machineCodeByteCount
        self.code = code
    }
}

extension Pattern: CustomStringConvertible {
    public var description: String { source }
}
