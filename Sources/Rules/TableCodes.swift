// The position of a case in its enumeration is its number in a table. A table is read by the program that it was
// built into or by the process that wrote it, so the numbers need not survive a new version of Keyhound.

extension Severity {
    var code: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    init(code: Int) {
        precondition(Self.allCases.indices.contains(code), "unknown severity in the rule table")
        self = Self.allCases[code]
    }
}

extension Proof {
    var code: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    init(code: Int) {
        precondition(Self.allCases.indices.contains(code), "unknown proof in the rule table")
        self = Self.allCases[code]
    }
}
