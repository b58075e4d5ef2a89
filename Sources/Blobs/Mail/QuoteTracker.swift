/// Tells which lines of a mail message's text are quoted from another message, while it is read once from the start.
///
/// A line is quoted if it begins with `>` or `|`, white space aside. All lines are that stand behind a line such as
/// `-----Original Message-----`, behind a header that Outlook puts in front of a quotation (`From:` with `Sent:` or
/// `Date:` within four lines), and behind `On … wrote:`, unless the lines that follow it carry marks of their own: then
/// an answer may stand below them.
///
/// Forwarded text counts as quoted too: somebody else has written it. What no convention marks is not recognised.
/// Memory: the start of a line.
public struct QuoteTracker: Sendable {
    /// Bytes of a line that are kept. An attribution that is longer is not recognised.
    private static let lineLimit = 400

    /// Lines between `From:` and `Sent:`.
    private static let headerLines = 4

    /// The line as far as it has come, without white space in front.
    private var line: [UInt8] = []

    /// Whether the line is longer than what is kept of it.
    private var isLong = false

    /// Whether everything from here on is quoted.
    private var isBehindMarker = false

    /// Whether the line before said `On … wrote:`: the next line with text tells how the quotation is marked.
    private var isBehindAttribution = false

    /// Lines in which a `Sent:` can still follow a `From:`.
    private var headerLinesLeft = 0

    /// An attribution may be broken in two: what began with `On`.
    private var begun: [UInt8] = []

    public init() {}

    /// Whether the line that has been read so far is quoted, as far as its own start and the lines before it tell.
    public var isQuoted: Bool {
        isBehindMarker || hasMark || (isBehindAttribution && !line.isEmpty)
    }

    /// Reads on.
    ///
    /// - Complexity: O(n).
    public mutating func read(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                endLine()
            } else if line.isEmpty, Self.isBlank(byte) {
                continue
            } else if line.count < Self.lineLimit {
                line.append(byte)
            } else {
                isLong = true
            }
        }
    }

    private var hasMark: Bool { line.first == UInt8(ascii: ">") || line.first == UInt8(ascii: "|") }

    private mutating func endLine() {
        defer {
            line.removeAll(keepingCapacity: true)
            isLong = false
        }
        guard !isBehindMarker, !line.isEmpty else { return }
        while let last = line.last, Self.isBlank(last) { line.removeLast() }
        if isBehindAttribution {
            isBehindAttribution = false
            if !hasMark { isBehindMarker = true }
        }
        guard !hasMark, !isLong else {
            begun = []
            return
        }
        if isRule || endsHeader() { isBehindMarker = true }
        noteAttribution()
    }

    /// Whether the line is a rule of dashes with words in it that say what follows.
    private var isRule: Bool {
        guard line.starts(with: Array("---".utf8)) || line.starts(with: Array("___".utf8)) else { return false }
        let words = String(decoding: line, as: UTF8.self).lowercased().filter { $0 != "-" && $0 != "_" }
        let text = words.split(separator: " ").joined(separator: " ")
        return Self.ruleWords.contains(text)
    }

    private static let ruleWords: Set<String> = [
        "original message", "original appointment", "forwarded message", "forwarded by", "begin forwarded message:",
        "ursprüngliche nachricht", "weitergeleitete nachricht", "message d'origine", "message transféré",
        "mensaje original", "mensaje reenviado", "messaggio originale", "messaggio inoltrato", "mensagem original",
        "oorspronkelijk bericht", "doorgestuurd bericht", "ursprungligt meddelande", "oprindelig meddelelse",
        "исходное сообщение", "пересылаемое сообщение",
    ]

    /// Whether the line ends what Outlook puts in front of a quotation. It is told from prose by what follows it.
    private mutating func endsHeader() -> Bool {
        if Self.begins(line, with: Self.senders) {
            headerLinesLeft = Self.headerLines
            return false
        }
        guard headerLinesLeft > 0 else { return false }
        return Self.begins(line, with: Self.dates)
    }

    private static let senders = ["from:", "*from:*", "von:", "de :", "de:", "da:"].map { Array($0.utf8) }
    private static let dates = [
        "sent:", "date:", "*sent:*", "*date:*", "gesendet:", "datum:", "envoyé :", "enviado:", "inviato:",
    ].map { Array($0.utf8) }

    private mutating func noteAttribution() {
        headerLinesLeft = max(0, headerLinesLeft - 1)
        let text = begun.isEmpty ? line : begun + [0x20] + line
        begun = []
        guard Self.begins(text, with: Self.attributionStarts) else { return }
        if Self.isAttributed(text) {
            isBehindAttribution = true
        } else if text.count == line.count {
            begun = line
        }
    }

    private static let attributionStarts = ["on ", "am ", "le ", "el ", "il "].map { Array($0.utf8) }
    private static let attributionEnds = [
        "wrote:", "schrieb:", "a écrit :", "a écrit:", "escribió:", "ha scritto:",
    ].map { Array($0.utf8) }

    /// Where the name stands behind the verb: `Am … schrieb …:`.
    private static let attributionVerbs = [" schrieb "].map { Array($0.utf8) }

    private static func isAttributed(_ line: [UInt8]) -> Bool {
        attributionEnds.contains { ends(line, with: $0) }
            || line.last == UInt8(ascii: ":") && attributionVerbs.contains { line.firstRange(of: $0) != nil }
    }

    private static func begins(_ line: [UInt8], with starts: [[UInt8]]) -> Bool {
        starts.contains { start in
            line.count >= start.count && zip(line, start).allSatisfy { lowercased($0) == $1 }
        }
    }

    private static func ends(_ line: [UInt8], with end: [UInt8]) -> Bool {
        line.count >= end.count && zip(line.suffix(end.count), end).allSatisfy { lowercased($0) == $1 }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
