import Findings
import Rules

@testable import Scoring

/// The judgement of `text` when all of it is match and secret.
func judge(_ proof: Proof, _ text: String) -> Judgement {
    judge(proof, Array(text.utf8))
}

func judge(_ proof: Proof, _ text: [UInt8]) -> Judgement {
    Judge.judge(proof: proof, window: text.span, match: 0..<text.count, secret: 0..<text.count, confidence: 0.4)
}

func details(_ proof: Proof, _ text: String) -> [String: String] {
    let facts = CredentialFacts.facts(proof: proof, secret: Array(text.utf8), match: Array(text.utf8))
    return Dictionary(uniqueKeysWithValues: facts.details.map { ($0.name, $0.value) })
}

func reason(_ proof: Proof, _ text: String) -> String {
    CredentialFacts.facts(proof: proof, secret: Array(text.utf8), match: Array(text.utf8)).reason
}

func normalised(_ proof: Proof, _ text: String) -> String {
    String(decoding: CredentialFacts.normalised(proof: proof, secret: Array(text.utf8)), as: UTF8.self)
}
