import TOMLKit

/// One table of a rule file: reads its keys with their types and notes what is wrong with them.
///
/// Each key is asked for once; `refuseUnknownKeys` then finds the others.
package struct TOMLSection {
    private let table: TOMLTable
    private let file: String
    private let lines: TOMLLineIndex
    private let path: String
    private var known: [String] = []
    package private(set) var problems: [RuleProblem] = []
    /// The id of the rule or composite, for messages.
    var rule: String?

    init(_ table: TOMLTable, path: String, file: String, lines: TOMLLineIndex, rule: String? = nil) {
        self.table = table
        self.path = path
        self.file = file
        self.lines = lines
        self.rule = rule
    }

    /// The line of the key, from 1; that of the table if it has none of its own.
    package func line(of key: String) -> Int { lines.line(of: path.isEmpty ? key : "\(path).\(key)") }

    var locator: RuleLocator {
        RuleLocator(file: file, rule: rule, path: path, lines: lines)
    }

    mutating func note(_ reason: RuleProblemReason, at key: String = "", element: Int? = nil) {
        problems.append(locator.problem(reason, at: key, element: element))
    }

    package mutating func refuseUnknownKeys() {
        for key in table.keys.sorted() where !known.contains(key) {
            note(.unknownKey(key, known: known), at: key)
        }
    }

    // MARK: Values

    /// Returns the text at `key`; `nil`, and a note, if it is missing though `isRequired`, empty or no text.
    package mutating func text(_ key: String, isRequired: Bool = false) -> String? {
        guard let value = value(key, isRequired: isRequired) else { return nil }
        guard let text = value.string else {
            noteType(of: value, key, expected: "a string")
            return nil
        }
        guard !text.isEmpty else {
            note(.emptyText(key: key), at: key)
            return nil
        }
        return text
    }

    package mutating func texts(_ key: String, minimum: Int = 0) -> [String] {
        guard let value = value(key, isRequired: minimum > 0) else { return [] }
        guard let array = value.array else {
            noteType(of: value, key, expected: "an array of strings")
            return []
        }
        var texts: [String] = []
        for (position, element) in array.enumerated() {
            if let text = element.string {
                texts.append(text)
            } else {
                note(
                    .wrongType(key: key, expected: "an array of strings", found: Self.name(of: element)), at: key,
                    element: position)
            }
        }
        if array.count < minimum {
            note(.tooFew(key: key, needed: minimum, found: array.count), at: key)
        }
        return texts
    }

    package mutating func flag(_ key: String) -> Bool? {
        guard let value = value(key) else { return nil }
        guard let flag = value.bool else {
            noteType(of: value, key, expected: "true or false")
            return nil
        }
        return flag
    }

    package mutating func integer(_ key: String, in range: ClosedRange<Int>, isRequired: Bool = false) -> Int? {
        guard let value = value(key, isRequired: isRequired) else { return nil }
        guard let number = value.int else {
            noteType(of: value, key, expected: "an integer")
            return nil
        }
        guard range.contains(number) else {
            note(.outOfRange(key: key, allowed: "\(range.lowerBound) to \(range.upperBound)"), at: key)
            return nil
        }
        return number
    }

    package mutating func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
        guard let value = value(key) else { return nil }
        guard let number = value.double ?? value.int.map(Double.init) else {
            noteType(of: value, key, expected: "a number")
            return nil
        }
        guard range.contains(number) else {
            note(.outOfRange(key: key, allowed: "\(range.lowerBound) to \(range.upperBound)"), at: key)
            return nil
        }
        return number
    }

    /// Returns the value that `names` gives for the text at `key`.
    package mutating func choice<Value>(
        _ key: String, from names: [(name: String, value: Value)], isRequired: Bool = false
    ) -> Value? {
        guard let text = text(key, isRequired: isRequired) else { return nil }
        guard let match = names.first(where: { $0.name == text }) else {
            note(.unknownName(key: key, name: text, allowed: names.map(\.name)), at: key)
            return nil
        }
        return match.value
    }

    /// Returns the elements of the array at `key`, whatever their types.
    mutating func elements(_ key: String, isRequired: Bool = false) -> [TOMLValueConvertible] {
        guard let value = value(key, isRequired: isRequired) else { return [] }
        guard let array = value.array else {
            noteType(of: value, key, expected: "an array")
            return []
        }
        return Array(array)
    }

    func has(_ key: String) -> Bool { table[key] != nil }

    mutating func value(_ key: String, isRequired: Bool = false) -> TOMLValueConvertible? {
        known.append(key)
        let value = table[key]
        if value == nil, isRequired { note(.missingKey(key)) }
        return value
    }

    mutating func noteType(of value: TOMLValueConvertible, _ key: String, expected: String, element: Int? = nil) {
        note(.wrongType(key: key, expected: expected, found: Self.name(of: value)), at: key, element: element)
    }

    private static func name(of value: TOMLValueConvertible) -> String {
        switch value.type {
        case .array: "an array"
        case .int: "an integer"
        default: "a \(value.type.description)"
        }
    }

    // MARK: Tables inside

    /// Reads the table at `key` with `read`, and refuses its unknown keys.
    mutating func subsection<Value>(
        _ key: String, isRequired: Bool = false, _ read: (inout TOMLSection) -> Value?
    ) -> Value? {
        guard let value = value(key, isRequired: isRequired) else { return nil }
        return subsection(of: value, at: key, element: nil, read)
    }

    /// Reads the table at `key` with `read`, if there is one, and refuses its unknown keys.
    package mutating func section(_ key: String, _ read: (inout TOMLSection) -> Void) {
        _ = subsection(key) { (section: inout TOMLSection) -> Void? in read(&section) }
    }

    /// Reads `value`, the table at `key` or an element of the array there.
    mutating func subsection<Value>(
        of value: TOMLValueConvertible, at key: String, element: Int?, _ read: (inout TOMLSection) -> Value?
    ) -> Value? {
        guard let table = value.table else {
            noteType(of: value, key, expected: "a table", element: element)
            return nil
        }
        let parent = path.isEmpty ? key : "\(path).\(key)"
        let place = element.map { "\(parent)[\($0)]" } ?? parent
        var section = TOMLSection(table, path: place, file: file, lines: lines, rule: rule)
        let result = read(&section)
        section.refuseUnknownKeys()
        problems += section.problems
        return result
    }
}
