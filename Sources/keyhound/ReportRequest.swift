import Blobs
import Reporting

/// A report that the user asks for: in which form, and where.
struct ReportRequest {
    let format: ReportFormat

    /// `nil` for standard output.
    let path: RawPath?

    /// What the options ask for, at least one report. With several, each `-o` belongs to the `-f` in front of it.
    ///
    /// - Throws: `Refusal`.
    static func requests(_ options: ResultOptions) throws -> [ReportRequest] {
        if options.format.count <= 1, options.output.count <= 1 {
            let path = options.output.first.map { RawPath($0) }
            return [ReportRequest(format: options.format.first ?? .text, path: path)]
        }
        var requests: [ReportRequest] = []
        for word in ordered(CommandLine.arguments.dropFirst()) {
            switch word {
            case .format(let format): requests.append(ReportRequest(format: format, path: nil))
            case .output(let path):
                guard let last = requests.popLast(), last.path == nil else {
                    throw Refusal("-o \(path.lossyText): with several reports, each -o stands behind its -f")
                }
                requests.append(ReportRequest(format: last.format, path: path))
            }
        }
        guard requests.count(where: { $0.path == nil }) <= 1 else {
            throw Refusal("several reports for standard output: give all but one a file, -f FORMAT -o FILE")
        }
        return requests
    }

    private enum Word {
        case format(ReportFormat)
        case output(RawPath)
    }

    /// The options about reports, in the order of the command line, which the parser does not tell.
    private static func ordered(_ arguments: ArraySlice<String>) -> [Word] {
        var words: [Word] = []
        var raw = RawArguments()
        var rest = arguments.prefix { $0 != "--" }
        while let word = rest.popFirst() {
            if let value = value(of: word, "-f", "--format", &rest) {
                if let format = ReportFormat(rawValue: value) { words.append(.format(format)) }
            } else if let value = value(of: word, "-o", "--output", &rest) {
                words.append(.output(raw.path(value)))
            }
        }
        return words
    }

    /// The value of an option, joined to it or behind it; `nil` if the word is another one.
    private static func value(
        of word: String, _ short: String, _ long: String, _ rest: inout ArraySlice<String>
    ) -> String? {
        if word == short || word == long { return rest.popFirst() }
        if word.hasPrefix(long + "=") { return String(word.dropFirst(long.count + 1)) }
        return word.hasPrefix(short) ? String(word.dropFirst(short.count)) : nil
    }
}
