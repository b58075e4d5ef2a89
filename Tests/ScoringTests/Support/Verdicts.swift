import Findings
import Rules

@testable import Scoring

/// The judgement of `text` when all of it is match and secret.
func judge(_ proof: Proof, _ text: String, now: Int = 0) -> Judgement {
    judge(proof, Array(text.utf8), now: now)
}

func judge(_ proof: Proof, _ text: [UInt8], now: Int = 0) -> Judgement {
    Judge.judge(
        proof: proof, window: text.span, match: 0..<text.count, secret: 0..<text.count, confidence: 0.4, now: now)
}

func details(_ proof: Proof, _ text: String) -> [String: String] {
    let facts = CredentialFacts.facts(proof: proof, secret: Array(text.utf8), match: Array(text.utf8), now: 0)
    return Dictionary(uniqueKeysWithValues: facts.details.map { ($0.name, $0.value) })
}

func details(_ proof: Proof, _ text: [UInt8]) -> [String: String] {
    let facts = CredentialFacts.facts(proof: proof, secret: text, match: text, now: 0)
    return Dictionary(uniqueKeysWithValues: facts.details.map { ($0.name, $0.value) })
}

func reason(_ proof: Proof, _ text: String, now: Int = 0) -> String {
    CredentialFacts.facts(proof: proof, secret: Array(text.utf8), match: Array(text.utf8), now: now).reason
}

func normalised(_ proof: Proof, _ text: String) -> String {
    String(decoding: CredentialFacts.normalised(proof: proof, secret: Array(text.utf8)), as: UTF8.self)
}
