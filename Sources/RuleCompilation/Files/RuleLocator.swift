/// Knows where the keys of one rule stand, so that what is found wrong later can still be placed.
struct RuleLocator {
    let file: String
    let rule: String?
    let path: String
    let lines: TOMLLineIndex

    /// - Parameters:
    ///   - key: a key of the rule; empty for the rule itself.
    ///   - element: the position in the array at `key`.
    func problem(_ reason: RuleProblemReason, at key: String = "", element: Int? = nil) -> RuleProblem {
        RuleProblem(file: file, line: line(of: key, element: element), column: nil, rule: rule, reason: reason)
    }

    func line(of key: String = "", element: Int? = nil) -> Int {
        var place = path
        if !key.isEmpty { place += place.isEmpty ? key : ".\(key)" }
        if let element { place += "[\(element)]" }
        return lines.line(of: place)
    }
}
