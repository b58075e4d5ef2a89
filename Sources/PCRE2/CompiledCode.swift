// One of the three files of this target with unsafe code (with `Matcher` and `PCRE2Library`). Everything that PCRE2 can
// say about compiled code is asked here.

import CPCRE2

/// Owns one `pcre2_code`.
///
/// SAFETY: PCRE2 only writes to the code in `compileToMachineCode()`, which is mutating and so needs the sole owner;
/// after that the code is read-only, and PCRE2 documents that any number of threads may match with it at once.
@safe struct CompiledCode: ~Copyable, @unchecked Sendable {
    /// Valid as long as `self`; for `pcre2_match_8` only.
    let pointer: OpaquePointer

    /// What every pattern is compiled with: no mode in which bytes are not bytes, permission for `Matcher` to set the
    /// last start, and no optimisation of the search for a start.
    ///
    /// PCRE2 10.42 gets some of those optimisations wrong, and misses matches: in machine code `(1|)b*1` does not match
    /// "1" and `(?>.+?)$` does not match "ab", while `(?>.+|a)(?>.)` matches "aab" (PCRE2Project/pcre2 issues 336,
    /// 347); in both engines `(?=a)[^a]*+a{1,3}` does not match "ba". Without them both engines agree with a naive
    /// search. What they save, Keyhound's prefilter has saved already: few starts are left to try.
    private static let compileOptions =
        PCRE2_NEVER_UTF | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT | PCRE2_NO_START_OPTIMIZE

    /// Compiles bytes, never UTF, with every build-time default of PCRE2 that could change a match set explicitly.
    ///
    /// - Throws: `PatternError`, but neither `.forbiddenConstruct` nor a limit that needs the compiled code.
    init(source: [UInt8], options: Pattern.Options) throws(PatternError) {
        // SAFETY: plain allocation; nil is handled, and the context is freed below on both ways out.
        guard let context = unsafe pcre2_compile_context_create_8(nil) else { throw .outOfMemory }
        defer { unsafe pcre2_compile_context_free_8(context) }  // SAFETY: sole owner.
        // SAFETY: setters of a live context; the arguments are constants in range, so none can fail.
        unsafe pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
        // Not BSR_UNICODE: its 0x85 is a continuation byte in UTF-8 text.
        unsafe pcre2_set_bsr_8(context, UInt32(PCRE2_BSR_ANYCRLF))
        unsafe pcre2_set_max_pattern_length_8(context, Pattern.maximumSourceLength)
        unsafe pcre2_set_parens_nest_limit_8(context, UInt32(Pattern.maximumNesting))

        let bits = CompiledCode.compileOptions | options.compileOptions
        var code: Int32 = 0
        var byteOffset = 0
        // SAFETY: PCRE2 reads `bytes.count` bytes during the call and keeps no pointer to them.
        let compiled = unsafe source.withUnsafeBufferPointer { bytes in
            unsafe pcre2_compile_8(
                bytes.baseAddress ?? emptyBytes, bytes.count, bits, &code, &byteOffset, context)
        }
        guard let compiled = unsafe compiled else { throw PatternError(compileError: code, byteOffset: byteOffset) }
        unsafe pointer = compiled  // SAFETY: non-nil, and owned by nobody else.
    }

    deinit {
        unsafe pcre2_code_free_8(pointer)  // SAFETY: sole owner.
    }

    /// Adds machine code if PCRE2 can make it. A refusal (no JIT in the library, no executable memory, an unsupported
    /// construct) leaves the code as it was: the interpreter runs it.
    mutating func compileToMachineCode() {
        _ = unsafe pcre2_jit_compile_8(pointer, PCRE2_JIT_COMPLETE)  // SAFETY: live, and not yet shared.
    }

    var captureCount: Int { number(PCRE2_INFO_CAPTURECOUNT) }
    var maximumLookbehind: Int { number(PCRE2_INFO_MAXLOOKBEHIND) }
    var canMatchEmpty: Bool { number(PCRE2_INFO_MATCHEMPTY) != 0 }
    var byteCount: Int { size(PCRE2_INFO_SIZE) }
    var machineCodeByteCount: Int { size(PCRE2_INFO_JITSIZE) }

    /// The number of each named group.
    var groupNumbers: [String: Int] {
        let count = number(PCRE2_INFO_NAMECOUNT)
        let entrySize = number(PCRE2_INFO_NAMEENTRYSIZE)
        var table: UnsafePointer<UInt8>? = nil
        // SAFETY: this request writes one pointer, valid as long as the code.
        let code = unsafe pcre2_pattern_info_8(pointer, UInt32(PCRE2_INFO_NAMETABLE), &table)
        precondition(code == 0, "PCRE2 does not know the name table")

        // SAFETY: the table has `count` entries of `entrySize` bytes: number (high byte first), name, zeros.
        let bytes = unsafe UnsafeBufferPointer(start: table, count: table == nil ? 0 : count * entrySize)
        var numbers: [String: Int] = [:]
        for index in 0..<count {
            let entry = unsafe bytes[(index * entrySize)...].prefix(entrySize)
            let name = unsafe entry.dropFirst(2).prefix { $0 != 0 }
            unsafe numbers[String(decoding: name, as: UTF8.self)] =
                Int(entry[entry.startIndex]) << 8 | Int(entry[entry.startIndex + 1])
        }
        return numbers
    }

    private func number(_ request: Int32) -> Int {
        var value: UInt32 = 0
        // SAFETY: these requests write 32 bits.
        let code = unsafe pcre2_pattern_info_8(pointer, UInt32(request), &value)
        precondition(code == 0, "PCRE2 does not know request \(request)")
        return Int(value)
    }

    private func size(_ request: Int32) -> Int {
        var value = 0
        // SAFETY: these requests write a size_t.
        let code = unsafe pcre2_pattern_info_8(pointer, UInt32(request), &value)
        precondition(code == 0, "PCRE2 does not know request \(request)")
        return value
    }
}

/// Stands in for the nil base address of empty Swift buffers: PCRE2 takes nil as an error, whatever the length, before
/// 10.40. No byte of it is read.
///
/// SAFETY: points to a constant of the program.
var emptyBytes: UnsafePointer<UInt8> { unsafe ("" as StaticString).utf8Start }
