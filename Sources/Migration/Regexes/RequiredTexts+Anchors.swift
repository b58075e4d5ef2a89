import Rules

extension RequiredTexts.Candidate {
    /// The texts as anchors, each once. An anchor with a letter in either case has all of them so.
    var anchors: [Anchor] {
        var seen: Set<Anchor> = []
        var anchors: [Anchor] = []
        for text in texts {
            let ignoresCase = text.contains(where: \.isEitherCase)
            let bytes = text.map { element in
                ignoresCase && ByteClass.upper.contains(element.byte) ? element.byte | 0x20 : element.byte
            }
            let anchor = Anchor.literal(bytes, ignoresCase: ignoresCase)
            if seen.insert(anchor).inserted { anchors.append(anchor) }
        }
        return anchors
    }
}
