import Glibc

/// Makes libarchive hand names over in UTF-8 where a format says what encoding they are in, and as they are elsewhere.
///
/// libarchive translates into the encoding of the thread's locale. That of a program that has asked for none is ASCII,
/// in which all other letters become question marks.
@safe enum NameLocale {
    // SAFETY: made once and never freed; a locale may be used by any number of threads.
    nonisolated(unsafe) private static let utf8: locale_t? = unsafe newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)

    /// Runs `body` in that locale, and goes back. Where the system has no such locale, nothing changes.
    static func with<Result>(_ body: () -> Result) -> Result {
        guard let utf8 = unsafe utf8 else { return body() }
        // SAFETY: the locale lives on, and the one before is put back on the same thread.
        let before = unsafe uselocale(utf8)
        defer { _ = unsafe uselocale(before) }
        return body()
    }
}
