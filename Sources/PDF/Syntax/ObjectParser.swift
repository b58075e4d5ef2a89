/// Puts tokens together to objects. A loop with a stack of its own, so that nesting costs no machine stack.
struct ObjectParser {
    /// How deep arrays and dictionaries may lie in each other.
    static let deepest = 200

    /// Tokens of one object, at most: some 24 bytes of memory each.
    static let mostTokens = 4_000_000

    var lexer: Lexer

    /// How many tokens were read.
    private(set) var tokenCount = 0

    private struct Container {
        let isDictionary: Bool
        var items: [PDFObject] = []
    }

    init(_ lexer: Lexer) {
        self.lexer = lexer
    }

    /// The next object; `nil` where there is no whole one.
    ///
    /// A keyword inside of an array or a dictionary is passed over, unless it shows that the object's end is missing.
    mutating func object() -> PDFObject? {
        object(startingWith: lexer.next())
    }

    /// As above; the first token was read by the caller.
    mutating func object(startingWith first: Token) -> PDFObject? {
        var stack: [Container] = []
        var token = first
        let most = tokenCount + Self.mostTokens
        while tokenCount < most {
            tokenCount += 1
            var value: PDFObject?
            switch token {
            case .end, .unterminated: return nil
            case .arrayStart, .dictionaryStart:
                guard stack.count < Self.deepest else { return nil }
                if case .dictionaryStart = token {
                    stack.append(Container(isDictionary: true))
                } else {
                    stack.append(Container(isDictionary: false))
                }
            case .arrayEnd:
                guard let top = stack.popLast(), !top.isDictionary else { return nil }
                value = .array(top.items)
            case .dictionaryEnd:
                guard let top = stack.popLast(), top.isDictionary else { return nil }
                value = .dictionary(Self.dictionary(of: top.items))
            case .integer(let number): value = .integer(number)
            case .real(let number): value = .real(number)
            case .name(let name): value = .name(name)
            case .string(let string): value = .string(string)
            case .keyword(.yes): value = .boolean(true)
            case .keyword(.no): value = .boolean(false)
            case .keyword(.null): value = .null
            case .keyword(.object), .keyword(.endOfObject), .keyword(.stream): return nil
            case .keyword(.reference):
                guard !stack.isEmpty else { return nil }
                value = Self.takeReference(from: &stack[stack.count - 1].items)
            case .keyword:
                guard !stack.isEmpty else { return nil }
            }
            if let value {
                guard !stack.isEmpty else { return value }
                stack[stack.count - 1].items.append(value)
            }
            token = lexer.next()
        }
        return nil
    }

    /// The two integers in front of an `R`, as one reference.
    private static func takeReference(from items: inout [PDFObject]) -> PDFObject? {
        guard items.count >= 2, case .integer = items[items.count - 1],
            case .integer(let number) = items[items.count - 2]
        else { return nil }
        items.removeLast(2)
        return number > 0 ? .reference(number) : .null
    }

    /// Of two entries with one name the later counts. What is no pair of name and value is passed over.
    private static func dictionary(of items: [PDFObject]) -> [String: PDFObject] {
        var result: [String: PDFObject] = [:]
        var index = 0
        while index + 1 < items.count {
            if case .name(let key) = items[index] {
                result[key] = items[index + 1]
                index += 2
            } else {
                index += 1
            }
        }
        return result
    }
}
