import Blobs
import Findings

/// What every string from scanned content passes before a report may hold it: the masker, and then the length limit.
///
/// The order matters: cutting first could leave the first half of a secret, which no masker knows.
struct ContentFilter {
    /// The most characters (Unicode scalars) of any text that stems from content. Paths are not cut.
    static let textLimit = 200

    private let masker: Masker

    /// Findings come path by path, so one remembered answer saves nearly all the work.
    private var lastPath = RawPath([])
    private var lastMasked = RawPath([])

    init(_ masker: Masker) {
        self.masker = masker
    }

    mutating func path(_ path: RawPath) -> RawPath {
        if path != lastPath {
            lastMasked = masker.mask(path)
            lastPath = path
        }
        return lastMasked
    }

    /// `text` without secrets, all of it: for what must be found again by it, such as the identifier of a message.
    func whole(_ text: String) -> String { masker.mask(text) }

    /// `text` without secrets, cut to `textLimit` with a `…` behind it when it was longer.
    func text(_ text: String) -> String {
        let masked = masker.mask(text)
        let scalars = masked.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: Self.textLimit, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return masked }
        return String(scalars[..<end]) + "…"
    }
}
