import Checksums
import Rules
import TOMLKit

/// What a rule looks for: its long form, or a short one that stands for it.
struct RuleForm {
    static let defaultConfidence = 0.6

    /// Of an own shape that begins with a literal text, of a value beside a name.
    private static let shortConfidence = (token: 0.85, named: 0.6, assigned: 1.0)

    var pattern: String?
    var patternOptions: PatternOptions = []
    var anchors: [Anchor] = []
    var startsAtAnchor = false
    var reach: Reach?
    var secretGroup = RuleDraft.SecretGroup.number(0)
    var minimumEntropy = 0.0
    var confidence = Self.defaultConfidence
    var needsValueRun = false
    private var isShort = false
    private var isAssigned = false
    var shape = RuleShape.own

    /// - Parameter isDocumented: the long form must say its shape.
    init(_ section: inout TOMLSection, isDocumented: Bool) {
        let keys = ["token", "names", "assigned", "pattern"].filter { section.has($0) }
        if keys.count > 1 { section.note(.severalForms(keys[0], keys[1]), at: keys[1]) }
        switch keys.first {
        case "token": readToken(&section)
        case "names": readNamed(&section)
        case "assigned": readAssigned(&section)
        default: readLong(&section, isDocumented: isDocumented)
        }
    }

    /// The proof of a rule that names none. Of a user's own pattern all matches are told.
    func proof(for audience: RuleAudience) -> Proof {
        isAssigned ? .assignedValue : isShort || audience == .builtIn ? .random : .none
    }

    private mutating func readToken(_ section: inout TOMLSection) {
        guard let token = section.text("token") else { return }
        confidence = Self.shortConfidence.token
        take(&section) { () throws(ShortForm.Problem) in try TokenForm.form(of: token) }
    }

    private mutating func readNamed(_ section: inout TOMLSection) {
        let names = section.texts("names", minimum: 1)
        let words = section.texts("words")
        guard let value = section.text("value", isRequired: true), !names.isEmpty else { return }
        confidence = Self.shortConfidence.named
        take(&section) { () throws(ShortForm.Problem) in
            try NamedForm.form(names: names, value: value, words: words)
        }
        minimumEntropy = NamedForm.minimumEntropy(of: value)
    }

    private mutating func readAssigned(_ section: inout TOMLSection) {
        let keywords = section.texts("assigned", minimum: 1)
        guard !keywords.isEmpty else { return }
        isAssigned = true
        confidence = Self.shortConfidence.assigned
        take(&section) { () throws(ShortForm.Problem) in try AssignedForm.form(keywords: keywords) }
    }

    private mutating func take(_ section: inout TOMLSection, _ form: () throws(ShortForm.Problem) -> ShortForm) {
        do throws(ShortForm.Problem) {
            let form = try form()
            (pattern, patternOptions) = (form.pattern, form.patternOptions)
            (anchors, reach) = (form.anchors, form.reach)
            (secretGroup, shape) = (form.secretGroup, form.shape)
            needsValueRun = form.needsValueRun
            startsAtAnchor = true
            isShort = true
        } catch {
            section.note(error.reason, at: error.key)
        }
    }

    private mutating func readLong(_ section: inout TOMLSection, isDocumented: Bool) {
        pattern = section.text("pattern", isRequired: true)
        patternOptions = Self.patternOptions(&section)
        anchors = Self.anchors(&section)
        startsAtAnchor = section.flag("starts_at_anchor") ?? false
        reach = Self.reach(&section)
        secretGroup = Self.secretGroup(&section)
        let shapes = RuleShape.allCases.map { ($0.rawValue, $0) }
        shape = section.choice("shape", from: shapes, isRequired: isDocumented) ?? .own
    }

    private static func patternOptions(_ section: inout TOMLSection) -> PatternOptions {
        var options: PatternOptions = []
        for (position, name) in section.texts("options").enumerated() {
            if let option = PatternOptions.named.first(where: { $0.name == name })?.option {
                options.insert(option)
            } else {
                let allowed = PatternOptions.named.map(\.name)
                section.note(
                    .unknownName(key: "options", name: name, allowed: allowed), at: "options", element: position)
            }
        }
        return options
    }

    private static func reach(_ section: inout TOMLSection) -> Reach? {
        section.subsection("reach", isRequired: true) { table in
            let before = table.integer("before", in: 0...Reach.maximum, isRequired: true)
            let after = table.integer("after", in: 0...Reach.maximum, isRequired: true)
            guard let before, let after else { return nil }
            return Reach(before: before, after: after)
        }
    }

    private static func secretGroup(_ section: inout TOMLSection) -> RuleDraft.SecretGroup {
        guard let value = section.value("secret") else { return .number(0) }
        if let number = value.int { return .number(number) }
        if let name = value.string { return .name(name) }
        section.noteType(of: value, "secret", expected: "the number or the name of a group")
        return .number(0)
    }

    private static func anchors(_ section: inout TOMLSection) -> [Anchor] {
        let elements = section.elements("anchors", isRequired: true)
        var anchors: [Anchor] = []
        for (position, element) in elements.enumerated() {
            if let text = element.string {
                anchors.append(.literal(Array(text.utf8), ignoresCase: false))
            } else if element.table != nil {
                let anchor = section.subsection(of: element, at: "anchors", element: position) { anchorTable(&$0) }
                if let anchor { anchors.append(anchor) }
            } else {
                section.noteType(of: element, "anchors", expected: "an array of strings and tables", element: position)
            }
        }
        if elements.isEmpty, section.value("anchors")?.array != nil {
            section.note(.tooFew(key: "anchors", needed: 1, found: 0), at: "anchors")
        }
        return anchors
    }

    /// `{ any_case = "secret_key" }`, `{ hex = "feedfeed" }`, or `{ class = "base64", length = 40 }`, the length
    /// possibly `[40, 44]`.
    private static func anchorTable(_ table: inout TOMLSection) -> Anchor? {
        if let text = table.text("any_case") {
            return .literal(Array(text.utf8), ignoresCase: true)
        }
        if let text = table.text("hex") {
            guard let bytes = Hexadecimal.bytes(text.utf8.filter { $0 != UInt8(ascii: " ") }) else {
                table.note(.badHex(text), at: "hex")
                return nil
            }
            return .literal(bytes, ignoresCase: false)
        }
        let byteClass = table.choice("class", from: ByteClass.named.map { ($0.name, $0.byteClass) }, isRequired: true)
        let limits = Anchor.shortestRun...Anchor.maximumLength
        guard let value = table.value("length", isRequired: true) else { return nil }
        let ends = value.int.map { [$0, $0] } ?? value.array?.compactMap(\.int) ?? []
        guard ends.count == 2, ends[0] <= ends[1], limits.contains(ends[0]), limits.contains(ends[1]) else {
            table.note(
                .outOfRange(
                    key: "length",
                    allowed: "a number or [shortest, longest], from \(limits.lowerBound) to \(limits.upperBound)"),
                at: "length")
            return nil
        }
        return byteClass.map { .classRun($0, length: ends[0]...ends[1]) }
    }
}
