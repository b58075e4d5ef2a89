extension Matcher {
    /// What one search may cost before it is given up.
    ///
    /// None of these bounds the time by itself: PCRE2 counts `match` anew at every start position, so the worst case is
    /// `match` × the number of allowed starts. Bound the subject and `lastStart` as well.
    ///
    /// The defaults give both engines about the same room, the interpreter a little more: `^(a|b)*c` may repeat 32,767
    /// times in machine code and 49,998 times in the interpreter, `^(?:a|b)*c` 43,689 and 49,998 times (PCRE2 10.42,
    /// x86-64).
    public struct Limits: Sendable, Hashable {
        /// How often the matcher may backtrack from one start position. Machine code counts fewer events than the
        /// interpreter does.
        public var match: UInt32 = 200_000

        /// How many backtracking points may be open at once. Interpreter only.
        public var depth: UInt32 = 100_000

        /// Memory for backtracking points, in KiB. Interpreter only. The matcher keeps what it once needed.
        public var heapKibibytes: UInt32 = 16 * 1024

        /// Memory for backtracking points, in bytes, of which only what is touched becomes resident. Machine code only.
        public var jitStackBytes = 1024 * 1024

        public init() {}
    }
}
