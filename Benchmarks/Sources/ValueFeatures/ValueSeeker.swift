import PCRE2
import Rules
import Scoring

/// Finds what a rule takes, anchor by anchor, as the scanner does, but in the plainest way.
struct ValueSeeker {
    private let rule: Rule
    private let pattern: Pattern
    private let literals: [[UInt8]]

    init(_ rule: Rule) throws {
        self.rule = rule
        pattern = try Pattern(rule.pattern, options: .extended)
        literals = rule.anchors.compactMap { anchor in
            if case .literal(let bytes, _) = anchor { bytes } else { nil }
        }
    }

    func seek(in text: [UInt8], into records: inout FeatureRecords) throws {
        var matcher = try Matcher()
        for start in text.indices {
            guard let literal = literals.first(where: { holds($0, text, at: start) }) else { continue }
            let bounds = rule.traits.reach.window(around: start..<start + literal.count, in: text.count)
            let window = text.span.extracting(bounds)
            let keyword = start - bounds.lowerBound
            let outcome = matcher.firstMatch(
                of: pattern, in: window, startingAt: keyword, lastStart: keyword, anchored: true)
            guard outcome == .match, let match = matcher.range(ofGroup: 0),
                let value = matcher.range(ofGroup: rule.traits.secretGroup), !value.isEmpty
            else { continue }
            let offset = bounds.lowerBound
            records.begin(keyword: start, value: value.lowerBound + offset..<value.upperBound + offset)
            AssignmentFeatures.write(window, match: match, secret: value, file: records.kind, to: &records)
        }
    }

    private func holds(_ literal: [UInt8], _ text: [UInt8], at start: Int) -> Bool {
        guard text.count - start >= literal.count else { return false }
        return literal.indices.allSatisfy { index in
            let byte = text[start + index]
            return byte == literal[index] || byte | 0x20 == literal[index] && (0x41...0x5A).contains(byte)
        }
    }
}
