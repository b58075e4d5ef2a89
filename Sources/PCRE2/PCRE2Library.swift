import CPCRE2

/// The PCRE2 library that this process runs with, for the report.
public enum PCRE2Library {
    /// The version and its date, such as "10.42 2022-12-11".
    public static var version: String {
        // SAFETY: the version is a few tens of bytes; `text` provides 256, and the manual asks for at least 24.
        unsafe text { buffer in
            unsafe pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), buffer.baseAddress)
        }
    }

    /// False if the library was built without a just-in-time compiler for this processor.
    public static var jitIsBuilt: Bool {
        var value: UInt32 = 0
        // SAFETY: this request writes 32 bits.
        return unsafe pcre2_config_8(UInt32(PCRE2_CONFIG_JIT), &value) >= 0 && value != 0
    }

    /// False if patterns run in the interpreter, because of the library or because the system grants no executable
    /// memory (SELinux `execmem`, systemd's `MemoryDenyWriteExecute`).
    ///
    /// Found out once, by compiling a small pattern: PCRE2 does not ask the system a second time either.
    public static let jitIsUsable: Bool = {
        guard let pattern = try? Pattern("a") else { return false }
        return pattern.isJITCompiled
    }()

    /// PCRE2's text for one of its error numbers.
    static func message(for code: Int32) -> String {
        // SAFETY: PCRE2 writes at most `count` bytes.
        unsafe text { buffer in
            unsafe pcre2_get_error_message_8(code, buffer.baseAddress, buffer.count)
        }
    }

    /// Returns what `write` puts into a zero-terminated buffer; the empty string if it returns a negative number.
    private static func text(_ write: (UnsafeMutableBufferPointer<UInt8>) -> Int32) -> String {
        // SAFETY: the buffer does not leave this call, and only its initialised part is read.
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 256) { buffer, count in
            unsafe buffer.initialize(repeating: 0)
            count = unsafe write(buffer) < 0 ? 0 : buffer.firstIndex(of: 0) ?? buffer.count
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
