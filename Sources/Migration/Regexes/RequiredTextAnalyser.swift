import Rules

/// Walks a tree for `RequiredTexts`.
struct RequiredTextAnalyser {
    private static let mostTexts = 64
    private static let longestText = 32
    private static let longestBefore = 1 << 24

    /// How many bytes a set may have to be told apart.
    let widestSet: Int

    struct Analysis {
        var exact: [RequiredTexts.Text]?
        var best: RequiredTexts.Candidate?

        mutating func consider(_ candidate: RequiredTexts.Candidate?) {
            guard let candidate else { return }
            if let best, best.weight >= candidate.weight { return }
            best = candidate
        }
    }

    func analysis(of node: RegexNode) -> Analysis {
        switch node {
        case .mode, .assertion: return Analysis(exact: [[]], best: nil)
        case .byte(let set, _): return Analysis(exact: texts(of: set), best: nil)
        case .group(let item, _, _, _): return analysis(of: item)
        case .sequence(let items): return sequence(parts(of: items))
        case .choice(let items): return choice(items.map(analysis))
        case .repeated(let item, minimum: 0, let maximum, _):
            guard maximum == 1, let exact = analysis(of: item).exact, exact.count < Self.mostTexts else {
                return Analysis(exact: maximum == 0 ? [[]] : nil, best: nil)
            }
            return Analysis(exact: exact + [[]], best: nil)
        case .repeated: return sequence(parts(of: [node]))
        }
    }

    private func texts(of set: ByteClass) -> [RequiredTexts.Text]? {
        let members = set.members
        guard members.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        var elements: [RequiredTexts.Element] = []
        for byte in members {
            let isLower = ByteClass.lower.contains(byte)
            if isLower, set.contains(byte ^ 0x20) {
                elements.append(RequiredTexts.Element(byte: byte, isEitherCase: true))
            } else if !(ByteClass.upper.contains(byte) && set.contains(byte ^ 0x20)) {
                elements.append(RequiredTexts.Element(byte: byte, isEitherCase: false))
            }
        }
        return (1...widestSet).contains(elements.count) ? elements.map { [$0] } : nil
    }

    /// One item of a sequence, or a copy of one that is repeated.
    private struct Part {
        /// Which item of the sequence it comes from.
        let number: Int
        let analysis: Analysis
        let maximumLength: Int?
    }

    private func sequence(_ parts: [Part]) -> Analysis {
        var result = Analysis(exact: nil, best: nil)
        var run: [RequiredTexts.Text] = [[]]
        var runStart: (before: Int?, item: Int) = (0, 0)
        var position: Int? = 0
        var isWhole = true
        for part in parts {
            if var best = part.analysis.best {
                best.before = sum(position, best.before)
                best.item = part.number
                if best.before != 0 { best.weight -= RequiredTexts.Candidate.startBonus }
                result.consider(best)
            }
            if let exact = part.analysis.exact {
                if run == [[]] { runStart = (position, part.number) }
                if let product = product(run, exact) {
                    run = product
                } else {
                    isWhole = false
                    run = exact
                    runStart = (position, part.number)
                }
                result.consider(RequiredTexts.Candidate(run, before: runStart.before, item: runStart.item))
                position = sum(position, part.maximumLength)
            } else {
                isWhole = false
                position = sum(position, part.maximumLength)
                run = [[]]
            }
        }
        result.exact = isWhole ? run : nil
        return result
    }

    /// The items, analysed once; the first copies of what is repeated stand by themselves.
    private func parts(of items: [RegexNode]) -> [Part] {
        items.enumerated().flatMap { number, item -> [Part] in
            if case .group(let inner, _, _, _) = item, inner.isOpen {
                return parts(of: inner.items).map {
                    Part(number: number, analysis: $0.analysis, maximumLength: $0.maximumLength)
                }
            }
            guard case .repeated(let inner, let minimum, let maximum, _) = item, minimum > 0 else {
                return [Part(number: number, analysis: analysis(of: item), maximumLength: item.maximumLength())]
            }
            let length = inner.maximumLength()
            let copy = Part(number: number, analysis: analysis(of: inner), maximumLength: length)
            let copies = Array(repeating: copy, count: min(minimum, Self.longestText))
            guard minimum > copies.count || minimum != maximum else { return copies }
            let rest = maximum.flatMap { times in length.map { $0 * (times - copies.count) } }
            return copies + [Part(number: number, analysis: Analysis(exact: nil, best: nil), maximumLength: rest)]
        }
    }

    private func choice(_ branches: [Analysis]) -> Analysis {
        var exact: [RequiredTexts.Text]? = []
        var best: RequiredTexts.Candidate?
        var isRequired = true
        for branch in branches {
            if let more = branch.exact, let sofar = exact, more.count + sofar.count <= Self.mostTexts {
                exact = sofar + more
            } else {
                exact = nil
            }
            guard isRequired, let required = branch.best else {
                isRequired = false
                continue
            }
            guard var sofar = best else {
                best = required
                continue
            }
            sofar.texts += required.texts
            sofar.weight = min(sofar.weight, required.weight)
            sofar.before = sofar.before.flatMap { first in required.before.map { max(first, $0) } }
            best = sofar
        }
        guard isRequired, let best, best.texts.count <= 2 * Self.mostTexts else {
            return Analysis(exact: exact, best: nil)
        }
        return Analysis(exact: exact, best: best)
    }

    private func product(_ heads: [RequiredTexts.Text], _ tails: [RequiredTexts.Text]) -> [RequiredTexts.Text]? {
        guard heads.count * tails.count <= Self.mostTexts else { return nil }
        let all = heads.flatMap { head in tails.map { head + $0 } }
        return all.allSatisfy { $0.count <= Self.longestText } ? all : nil
    }

    private func sum(_ left: Int?, _ right: Int?) -> Int? {
        guard let left, let right, left + right <= Self.longestBefore else { return nil }
        return left + right
    }
}

extension RegexNode {
    /// Whether a group of the node means nothing to what stands beside it.
    fileprivate var isOpen: Bool {
        switch self {
        case .sequence, .repeated, .group: true
        case .mode, .assertion, .byte, .choice: false
        }
    }
}
