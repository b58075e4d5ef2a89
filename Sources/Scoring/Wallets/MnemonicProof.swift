import Findings

/// Judges recovery phrases, which stand beside a word that names them.
///
/// | phrase | verdict | score |
/// |---|---|---|
/// | BIP-39, its check bits hold | proven | 0.97 |
/// | aezeed, its CRC holds | proven | 0.97 |
/// | Electrum's or TON's version bits hold | proven | 0.9 |
/// | its entropy follows a pattern | plausible | 0.1 |
/// | published by its makers as an example | plausible | 0.9 |
/// | no row of 12, 15, 18, 21 or 24 words of the list, or no scheme takes it | impossible | |
enum MnemonicProof {
    static func judge(_ text: Span<UInt8>, _ secret: Range<Int>) -> Judgement {
        guard let phrase = Mnemonic(SpelledText.undone(text, secret)) else { return .impossible }
        if PublishedKeys.contains(phrase.text) {
            return Judgement(verdict: .plausible, score: 0.9, disposition: .documentationExample)
        }
        if KeyPattern.isVisible(in: phrase.entropy) || Set(phrase.words).count <= phrase.words.count / 2 {
            return Judgement(verdict: .plausible, score: KeyPattern.score)
        }
        switch phrase.scheme {
        case .bip39, .aezeed: return Judgement(verdict: .proven, score: 0.97)
        case .electrum, .ton: return Judgement(verdict: .proven, score: 0.9)
        }
    }

    static func facts(_ text: Span<UInt8>, _ secret: Range<Int>) -> (reason: String, details: [Finding.Detail]) {
        guard let phrase = Mnemonic(SpelledText.undone(text, secret)) else {
            return ("has the shape of a recovery phrase", [])
        }
        let details = [
            Finding.Detail(name: "scheme", value: phrase.scheme.rawValue),
            Finding.Detail(name: "words", value: String(phrase.words.count)),
        ]
        return ("is a phrase of \(phrase.words.count) words whose check bits hold", details)
    }

    /// The phrase with one blank between its words, or the text as it is.
    static func normalised(_ text: Span<UInt8>, _ secret: Range<Int>) -> [UInt8] {
        let spelled = SpelledText.undone(text, secret)
        return Mnemonic(spelled)?.text ?? spelled
    }
}
