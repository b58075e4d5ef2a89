/// What is measured of a value that was given to a name. The model is asked with these numbers, in this order.
public struct AssignmentFeatures {
    let text: AssignedText
    let statistics: ValueStatistics
    let form: ValueForm
    let file: FileKind

    /// Of the longest run of letters and digits in the value: a secret may be wrapped in something.
    let core: ValueStatistics

    /// Whether the value says that it stands for another one.
    let isPlaceholder: Bool

    init(_ window: Span<UInt8>, match: Range<Int>, secret: Range<Int>, file: FileKind) {
        text = AssignedText(window, match: match, secret: secret)
        statistics = ValueStatistics(window, secret)
        form = ValueForm(window, secret)
        core = ValueStatistics(window, Self.longestRun(window, secret))
        self.file = file
        isPlaceholder = Placeholder.isOne(window, secret)
    }

    func write<Sink: FeatureSink & ~Copyable>(_ window: Span<UInt8>, to sink: inout Sink) {
        writeStatistics(to: &sink)
        form.write(window, text.value, to: &sink)
        sink.take("placeholder", isPlaceholder)
        writeCore(to: &sink)
        let seen = text.value.prefix(ValueStatistics.seen)
        sink.take(
            "value word", marks: AssignmentWords.values.marks(window, seen), count: AssignmentWords.ofValues.count)
        writeName(window, to: &sink)
        writeSigns(window, to: &sink)
        writeLines(window, to: &sink)
        sink.take("file format", Int(file.format.rawValue))
        sink.take("file depth", file.depth)
        sink.take("file word", marks: file.marks, count: FileKind.wordCount)
    }

    private static func longestRun(_ window: Span<UInt8>, _ value: Range<Int>) -> Range<Int> {
        var longest = value.lowerBound..<value.lowerBound
        var start = value.lowerBound
        for position in value.prefix(ValueStatistics.seen) {
            if !window[position].isAlphanumeric {
                start = position + 1
            } else if position - start >= longest.count {
                longest = start..<position + 1
            }
        }
        return longest
    }

    private func writeCore<Sink: FeatureSink & ~Copyable>(to sink: inout Sink) {
        let length = Float(max(1, core.length))
        sink.take("core length", core.length)
        sink.take("core share", length / Float(max(1, statistics.length)))
        sink.take("core digits", Float(core.digits) / length)
        sink.take("core digit changes", core.digitChanges)
        sink.take("core entropy", core.entropy)
        sink.take("core text cost", core.lowerTextCost)
        sink.take("core mean text cost", core.lowerTextCost / Float(max(1, core.pairs)))
        sink.take("core kinds", [core.lower, core.upper, core.digits].count { $0 > 0 })
    }

    private func writeStatistics<Sink: FeatureSink & ~Copyable>(to sink: inout Sink) {
        let length = Float(max(1, statistics.length))
        sink.take("length", text.value.count)
        sink.take("lower case", Float(statistics.lower) / length)
        sink.take("upper case", Float(statistics.upper) / length)
        sink.take("digits", Float(statistics.digits) / length)
        sink.take("marks", Float(statistics.marks) / length)
        sink.take("blanks", statistics.blanks)
        sink.take("foreign", Float(statistics.foreign) / length)
        let kinds = [statistics.lower, statistics.upper, statistics.digits, statistics.marks].count { $0 > 0 }
        sink.take("kinds", kinds)
        sink.take("entropy", statistics.entropy)
        sink.take("distinct", statistics.distinct)
        sink.take("distinct share", Float(statistics.distinct) / length)
        sink.take("longest repeat", statistics.longestRepeat)
        sink.take("steps", Float(statistics.steps) / length)
        sink.take("kind changes", Float(statistics.kindChanges) / length)
        sink.take("digit changes", Float(statistics.digitChanges) / length)
        sink.take("camel humps", statistics.camelHumps)
        sink.take("longest word", statistics.longestWord)
        sink.take("vowels", Float(statistics.vowels) / Float(max(1, statistics.lower + statistics.upper)))
        let pairs = Float(max(1, statistics.pairs))
        sink.take("text cost", statistics.textCost)
        sink.take("mean text cost", statistics.textCost / pairs)
        sink.take("mean lower text cost", statistics.lowerTextCost / pairs)
        for mark in Self.marks { sink.take("count of mark", Int(statistics.counts[Int(mark)])) }
    }

    private static let marks = Array("_.-/:([{$%<&\\=@*'\"`,+!#?;>|~^".utf8)

    private func writeName<Sink: FeatureSink & ~Copyable>(_ window: Span<UInt8>, to sink: inout Sink) {
        let name = text.name
        let (before, after) = (name.lowerBound..<text.keyword, text.keyword..<name.upperBound)
        sink.take("name length", name.count)
        sink.take("name before", before.count)
        sink.take("name behind", after.count)
        for letter in Self.keywordLetters { sink.take("keyword", window[text.keyword].lowercased == letter) }
        var (upper, lower, underscores, dots, hyphens, humps) = (0, 0, 0, 0, 0, 0)
        for position in name {
            let byte = window[position]
            upper += byte.isUpper ? 1 : 0
            lower += byte.isLower ? 1 : 0
            underscores += byte == UInt8(ascii: "_") ? 1 : 0
            dots += byte == UInt8(ascii: ".") ? 1 : 0
            hyphens += byte == UInt8(ascii: "-") ? 1 : 0
            if position > name.lowerBound, window[position - 1].isLower, byte.isUpper { humps += 1 }
        }
        sink.take("name upper", upper)
        sink.take("name lower", lower)
        sink.take("name underscores", underscores)
        sink.take("name dots", dots)
        sink.take("name hyphens", hyphens)
        sink.take("name humps", humps)
        let inWord = !before.isEmpty && window[text.keyword - 1].isLower && window[text.keyword].isLower
        sink.take("keyword in word", inWord)
        sink.take("name ends", Self.ending(window, after))
        sink.take("value repeats name", form.repeats(window, text.value, name: name))
        sink.take(
            "word behind keyword", marks: AssignmentWords.endings.marks(window, after),
            count: AssignmentWords.ofEndings.count)
        sink.take("name word", marks: AssignmentWords.names.marks(window, name), count: AssignmentWords.ofNames.count)
    }

    private static let keywordLetters = Array("pstkacn".utf8)

    /// What follows the word of the keyword in the name: 0 nothing, 1 a joint, 2 a digit, 3 a new hump, 4 letters.
    private static func ending(_ window: Span<UInt8>, _ range: Range<Int>) -> Int {
        var position = range.lowerBound
        let isUpper = !range.isEmpty && window[position].isUpper
        position += 1
        while position < range.upperBound, window[position].isLower || isUpper && window[position].isUpper {
            position += 1
        }
        guard position < range.upperBound else { return range.count > 8 ? 4 : 0 }
        let byte = window[position]
        return byte.isDigit ? 2 : byte.isUpper ? 3 : 1
    }

    private func writeSigns<Sink: FeatureSink & ~Copyable>(_ window: Span<UInt8>, to sink: inout Sink) {
        sink.take("sign", Int(text.sign.rawValue))
        sink.take("quote", Int(text.quote))
        sink.take("backslashes", text.backslashes)
        sink.take("name quote", Int(text.nameQuote))
        sink.take("wrapped", text.isWrapped)
        sink.take("crosses line", text.crossesLine)
        let after = text.lineAfter
        var next: UInt8 = 0
        var position = after.lowerBound + text.backslashes + (text.quote == 0 ? 0 : 1)
        if position < after.upperBound { next = window[position] }
        sink.take("behind", Int(next))
        while position < after.upperBound, !window[position].isAlphanumeric { position += 1 }
        sink.take("ends line", position >= after.upperBound)
        let blank = text.value.lowerBound - 1 - text.backslashes - (text.quote == 0 ? 0 : 1)
        sink.take("blank before", blank >= 0 && window[blank].isBlank)
    }

    private func writeLines<Sink: FeatureSink & ~Copyable>(_ window: Span<UInt8>, to sink: inout Sink) {
        let (before, after) = (text.lineBefore, text.lineAfter)
        var indent = before.lowerBound
        while indent < before.upperBound, window[indent].isBlank { indent += 1 }
        sink.take("indent", indent - before.lowerBound)
        sink.take("line before", before.count)
        sink.take("line behind", after.count)
        let first = indent < text.value.lowerBound ? window[indent] : 0
        sink.take("line begins", Int(first.isAlphanumeric ? 1 : first))
        sink.take("name begins line", indent == before.upperBound)
        var last = before.upperBound
        while last > before.lowerBound, window[last - 1].isBlank { last -= 1 }
        let byte = last > before.lowerBound ? window[last - 1] : 0
        sink.take("in front", Int(byte.isAlphanumeric ? 1 : byte))
        var (quotes, foreign) = (0, 0)
        for position in before.lowerBound..<after.upperBound where !text.value.contains(position) {
            quotes += window[position].isQuote ? 1 : 0
            foreign += window[position] >= 0x80 ? 1 : 0
        }
        sink.take("quotes in line", quotes)
        sink.take("foreign in line", foreign)
        let words = AssignmentWords.lines
        let marks = words.marks(window, before.suffix(100)) | words.marks(window, after.prefix(100))
        sink.take("line word", marks: marks, count: AssignmentWords.ofLines.count)
        let near = AssignmentWords.neighbours
        let around = near.marks(window, text.lineAbove) | near.marks(window, text.lineBelow)
        sink.take("word around", marks: around, count: AssignmentWords.ofNeighbours.count)
    }
}
