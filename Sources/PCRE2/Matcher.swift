import CPCRE2

/// The private scratch of one worker: searches bytes with any `Pattern`, and remembers where the last match lies.
///
/// Make one per worker and keep it: a search then allocates nothing in machine code, and in the interpreter only when
/// it needs more than any search before.
@safe public struct Matcher: ~Copyable {
    // SAFETY: created together in `init`, owned by nobody else, freed together in `deinit`. `offsets` points into
    // `matchData` and holds `pairCapacity` pairs.
    private let matchData: OpaquePointer
    private let context: OpaquePointer
    private let jitStack: OpaquePointer?
    private let offsets: UnsafeMutablePointer<Int>
    private let options: UInt32

    /// How many pairs of `offsets` the last search filled; 0 if it found no match.
    private var filledPairs = 0

    private static let pairCapacity = Pattern.maximumCaptureCount + 1
    private static let initialJITStackBytes = 32 * 1024

    /// - Parameters:
    ///   - jit: `.never` runs the interpreter even for patterns that have machine code.
    ///   - limits: what one search may cost.
    /// - Throws: `PatternError.outOfMemory`.
    public init(jit: JITPolicy = .automatic, limits: Limits = Limits()) throws(PatternError) {
        // SAFETY: plain allocations; each is checked, and on failure all are freed (PCRE2 frees nil as a no-op).
        let matchData = unsafe pcre2_match_data_create_8(UInt32(Matcher.pairCapacity), nil)
        let context = unsafe pcre2_match_context_create_8(nil)
        let start = min(Matcher.initialJITStackBytes, limits.jitStackBytes)
        let usesJIT = jit == .automatic && PCRE2Library.jitIsUsable
        let jitStack = unsafe usesJIT ? pcre2_jit_stack_create_8(start, limits.jitStackBytes, nil) : nil
        guard let matchData = unsafe matchData, let context = unsafe context, unsafe jitStack != nil || !usesJIT,
            let offsets = unsafe pcre2_get_ovector_pointer_8(matchData)
        else {
            unsafe pcre2_jit_stack_free_8(jitStack)
            unsafe pcre2_match_context_free_8(context)
            unsafe pcre2_match_data_free_8(matchData)
            throw .outOfMemory
        }

        // SAFETY: setters of a live context; the stack outlives it.
        unsafe pcre2_set_match_limit_8(context, limits.match)
        unsafe pcre2_set_depth_limit_8(context, limits.depth)
        unsafe pcre2_set_heap_limit_8(context, limits.heapKibibytes)
        unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(jitStack))

        unsafe self.matchData = matchData
        unsafe self.context = context
        unsafe self.jitStack = jitStack
        unsafe self.offsets = offsets
        options = usesJIT ? 0 : PCRE2_NO_JIT
    }

    deinit {
        // SAFETY: sole owner; the context goes before the stack that it refers to.
        unsafe pcre2_match_context_free_8(context)
        unsafe pcre2_jit_stack_free_8(jitStack)
        unsafe pcre2_match_data_free_8(matchData)
    }

    /// Searches for the leftmost match that starts in `start...lastStart`.
    ///
    /// All of `subject` is visible: lookbehinds see the bytes before `start`, and a match may end after `lastStart`.
    ///
    /// - Parameters:
    ///   - start: the first byte offset where a match may start, in 0...subject.count.
    ///   - lastStart: the last byte offset where a match may start; from `subject.count` up it has no effect.
    ///   - anchored: a match may start at `start` only.
    /// - Complexity: see `Limits`. Allocates nothing, but for the growth described there.
    /// - Precondition: `start` is in 0...subject.count.
    public mutating func firstMatch(
        of pattern: Pattern, in subject: Span<UInt8>, startingAt start: Int = 0, lastStart: Int = .max,
        anchored: Bool = false
    ) -> MatchOutcome {
        precondition(start >= 0 && start <= subject.count, "start lies outside the subject")
        filledPairs = 0
        guard start <= lastStart else { return .noMatch }

        // PCRE2_ANCHORED at match time would silently leave machine code for the interpreter; this does the same.
        let limit = anchored ? start : lastStart
        // SAFETY: a setter of a live context.
        unsafe pcre2_set_offset_limit_8(context, limit)
        let (options, matchData, context) = unsafe (options, matchData, context)
        // SAFETY: all pointers are live; PCRE2 keeps a pointer to `bytes` but nothing here reads through it after the
        // call.
        let code = unsafe subject.withUnsafeBufferPointer { bytes in
            unsafe pcre2_match_8(
                pattern.code.pointer, bytes.baseAddress ?? emptyBytes, bytes.count, start, options, matchData, context)
        }
        guard code > 0 else {
            return code == PCRE2_ERROR_NOMATCH ? .noMatch : .notExamined(MatchFailure(code: code))
        }
        filledPairs = Int(code)
        return .match
    }

    /// Returns where `group` lies in the subject of the last search: byte offsets, half-open. Group 0 is the match.
    ///
    /// Returns nil if the group took no part in a match, as when the last search found none.
    ///
    /// - Precondition: `group` is not negative.
    public func range(ofGroup group: Int) -> Range<Int>? {
        precondition(group >= 0, "group numbers start at 0")
        guard group < filledPairs else { return nil }
        // SAFETY: `filledPairs` is at most `pairCapacity`. No range is backwards, as `\K` is refused.
        let (start, end) = unsafe (offsets[2 * group], offsets[2 * group + 1])
        return start == Matcher.unset ? nil : start..<end
    }

    /// `PCRE2_UNSET`, all bits set.
    private static let unset = -1
}
