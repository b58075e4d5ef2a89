/// Secrets that somebody has judged and let be, each by a keyed hash of rule and secret: an entry holds when lines and
/// files move, and ends when the secret is replaced.
///
/// ## The file
///
/// JSON Lines in UTF-8, an object a line. Blank lines do not count, and lines may end in CR LF.
///
/// The first line is the header: `keyhound_baseline` is the format's version, 1; `key_id` names the key, 16 digits;
/// `key` is the key itself, 64 digits, where it is kept inside. All digits are lower-case hexadecimal ones.
///
/// Every other line is an entry, of these members in this order:
///
/// - `rule`: the id of the rule.
/// - `fingerprint`: `hmac-sha256:` or `scrypt:`, and 64 digits.
/// - `path`: where the secret was when the entry was made, every known secret masked; or `path_base64`, where the bytes
///   are not UTF-8. It says nothing of where the entry holds.
/// - `scope`: patterns of paths, as in `--include`. The entry holds only in files that one of them covers.
/// - `reason`, `owner`: why, and who answers for it.
/// - `expires`, `created`: days such as `2027-01-31`, in UTC. The entry still holds on the day on which it expires.
///
/// Only the first two and the path must be there. Members that are not known are kept, their values byte for byte.
/// Lines are sorted by path, rule and fingerprint, so a change shows as a few lines.
///
/// Files that share a key are merged by taking the lines of both (`merge=union`): an equal line counts once, a header
/// too; entries that say something else of the same secret are both kept, and either suffices.
///
/// ## The key
///
/// Kept outside, the key makes every hash worthless to who has only the file. Kept inside, whoever reads the file can
/// try secrets; so there the fingerprint of a secret that `SecretStrength` takes for weak goes through scrypt. A key
/// must be made at random. If a file has a key inside, that one is used, and one from outside is ignored: with
/// `--fingerprint-key-file` a user may want the fingerprints in reports.
public struct Baseline: Sendable {
    /// The most bytes of a file.
    public static let largest = 64 << 20

    public static let mostEntries = 1_000_000

    /// The most weak secrets that one run puts through scrypt: each takes about a tenth of a second.
    public static let mostWeakSecrets = 2_000

    /// In the order of the file, new ones last.
    public internal(set) var entries: [Entry]

    /// How many findings the last `add` has left out, because they are one weak secret, or one entry, too many.
    public internal(set) var leftOutCount = 0

    let key: BaselineKey
    let scrypt: ScryptFingerprints

    /// `mostWeakSecrets`, or fewer in tests.
    let weakLimit: Int
    var index: EntryIndex
    private let header: BaselineHeader

    /// Whether everybody who has the file has the key too.
    public var keyIsInside: Bool { header.key != nil }

    /// Whether a text is a day such as `2027-01-31`, in the calendar: what `review` and `add` take.
    public static func isDay(_ text: String) -> Bool { CalendarDay.isValid(text) }

    /// A baseline without entries that keeps its key inside.
    ///
    /// - Parameter bytes: 32 bytes from the system's random source.
    /// - Precondition: there are 32.
    public init(keyInside bytes: [UInt8]) {
        self.init(keyInside: bytes, rounds: ScryptFingerprints.rounds)
    }

    /// A baseline without entries whose key is kept outside of it.
    ///
    /// - Parameter externalKey: made at random: the file names it by a hash, from which a poor one could be guessed.
    /// - Throws: `shortKey`.
    public init(externalKey: [UInt8]) throws(BaselineError) {
        guard let key = BaselineKey(externalKey) else { throw .shortKey(bytes: externalKey.count) }
        self.init(
            header: BaselineHeader(keyID: key.id, key: nil), key: key, entries: [], rounds: ScryptFingerprints.rounds)
    }

    /// Reads a file.
    ///
    /// - Parameter externalKey: the contents of the key file; `nil` if none was named. Ignored if the file has a key
    ///   inside.
    /// - Throws: `tooLarge` before anything is read; `malformed`, `conflictMarker`, `conflictingHeader`, `newer`,
    ///   `tooManyEntries` for the first line at fault; `needsKeyFile`, `shortKey` and `wrongKeyFile`.
    /// - Complexity: O(n) in bytes.
    public init(parsing bytes: [UInt8], externalKey: [UInt8]?) throws(BaselineError) {
        try self.init(parsing: bytes, externalKey: externalKey, rounds: ScryptFingerprints.rounds)
    }

    /// The entries of a file, for looking at: no key is needed.
    ///
    /// - Throws: as `init(parsing:externalKey:)`, but nothing about keys.
    public static func entries(in bytes: [UInt8]) throws(BaselineError) -> (entries: [Entry], keyIsInside: Bool) {
        let file = try BaselineFile(bytes)
        return (file.entries, file.header.key != nil)
    }

    /// - Parameter rounds: scrypt's N. Tests take fewer than the format's, to be fast.
    init(keyInside bytes: [UInt8], rounds: Int, weakLimit: Int = mostWeakSecrets) {
        guard bytes.count == BaselineKey.lengthInside, let key = BaselineKey(bytes) else {
            preconditionFailure("a key that is kept inside has 32 bytes")
        }
        self.init(
            header: BaselineHeader(keyID: key.id, key: bytes), key: key, entries: [], rounds: rounds,
            weakLimit: weakLimit)
    }

    /// - Parameter rounds: scrypt's N. Tests take fewer than the format's, to be fast.
    init(
        parsing bytes: [UInt8], externalKey: [UInt8]?, rounds: Int, weakLimit: Int = mostWeakSecrets
    ) throws(BaselineError) {
        let file = try BaselineFile(bytes)
        guard let keyBytes = file.header.key ?? externalKey else { throw .needsKeyFile }
        guard let key = BaselineKey(keyBytes) else { throw .shortKey(bytes: keyBytes.count) }
        guard key.id == file.header.keyID else {
            if file.header.key == nil { throw .wrongKeyFile }
            throw .malformed(line: file.headerLine, what: "key and key_id of the header do not belong together")
        }
        self.init(header: file.header, key: key, entries: file.entries, rounds: rounds, weakLimit: weakLimit)
    }

    private init(
        header: BaselineHeader, key: BaselineKey, entries: [Entry], rounds: Int, weakLimit: Int = mostWeakSecrets
    ) {
        self.header = header
        self.key = key
        self.entries = entries
        self.weakLimit = weakLimit
        scrypt = ScryptFingerprints(rounds: rounds)
        index = EntryIndex(entries)
    }

    /// The file: what is equal has equal bytes, whatever the order of the entries.
    ///
    /// The caller must not write more than `largest` bytes, which nobody could read again.
    ///
    /// - Complexity: O(n log n) in the number of entries.
    public func serialized() -> [UInt8] {
        var output = header.serialized + [0x0A]
        for line in EntryWriter.sortedLines(of: entries) { output += line + [0x0A] }
        return output
    }
}
