// Translation between this target's words and PCRE2's numbers, for compilation.

import CPCRE2

extension Pattern.Options {
    /// The bits for `pcre2_compile` that these options stand for.
    var compileOptions: UInt32 {
        var bits: UInt32 = 0
        if contains(.caseInsensitive) { bits |= PCRE2_CASELESS }
        if contains(.multiLine) { bits |= PCRE2_MULTILINE }
        if contains(.dotMatchesNewline) { bits |= PCRE2_DOTALL }
        if contains(.extended) { bits |= PCRE2_EXTENDED }
        return bits
    }
}

extension PatternError {
    init(compileError code: Int32, byteOffset: Int) {
        self =
            switch code {
            case PCRE2_ERROR_HEAP_FAILED:
                .outOfMemory
            case PCRE2_ERROR_PATTERN_TOO_LARGE, PCRE2_ERROR_PATTERN_TOO_COMPLICATED:
                .tooLarge(byteCount: nil, limit: Pattern.maximumCompiledSize)
            case PCRE2_ERROR_PARENTHESES_NEST_TOO_DEEP:
                .nestedTooDeeply(limit: Pattern.maximumNesting, byteOffset: byteOffset)
            default:
                .syntax(message: PCRE2Library.message(for: code), byteOffset: byteOffset)
            }
    }
}
