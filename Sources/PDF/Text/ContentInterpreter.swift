/// Runs through content streams and collects the strings that they show (ISO 32000-2, 8 and 9).
///
/// Forms are followed, each once a page and some times a document: what it shows has been told by then, and a file
/// cannot make one stream run a million times.
struct ContentInterpreter {
    static let deepestForm = 12
    private static let deepestState = 256
    private static let mostOperands = 64
    private static let mostRunsOfForm = 16
    private static let mostSpacedLetters = 8

    /// Strings that are put together to lines at once: some 100 bytes of memory each.
    private static let mostStrings = 1 << 18

    let document: Document
    let fonts: FontLoader
    private var page = PageText()

    /// What was put together before `page`.
    private var lines: [UInt8] = []

    /// Whether a limit was reached.
    var isCut = false

    /// What could not be read, if anything.
    var error: PDFError?

    var state = GraphicsState()
    var textMatrix = Matrix.identity
    var lineMatrix = Matrix.identity

    /// Of the streams that are being run through, the innermost last.
    private var scopes: [ResourceScope] = []

    /// The forms of this page.
    private var painted: Set<Int> = []

    init(_ document: Document, _ fonts: FontLoader) {
        self.document = document
        self.fonts = fonts
    }

    /// Runs through one stream.
    ///
    /// - Parameters:
    ///   - resources: what its names stand for.
    ///   - formCounts: how often each form was painted in this document.
    mutating func run(
        _ content: [UInt8], _ resources: PDFObject?, _ formCounts: inout [Int: Int]
    ) throws(PDFError) {
        scopes.append(ResourceScope(try document.resolve(resources).entries ?? [:]))
        defer { scopes.removeLast() }
        let saved = state
        defer { state = saved }
        let length = document.budget.take(content: content.count)
        if length < content.count { isCut = true }
        var parser = ObjectParser(Lexer(content, in: 0..<length))
        var operands: [PDFObject] = []
        var stack: [GraphicsState] = []
        var operators = 0
        while true {
            let token = parser.lexer.next()
            switch token {
            case .end, .unterminated: return
            case .keyword(let word):
                operators += 1
                if operators % 8192 == 0 { try document.budget.checkStop() }
                switch ContentOperator.named[word] {
                case nil: break
                case .save: if stack.count < Self.deepestState { stack.append(state) }
                case .restore: state = stack.popLast() ?? state
                case .beginImage: InlineImage.skip(&parser.lexer)
                case .paint: try paint(operands.last, &formCounts)
                case let known?: try apply(known, operands)
                }
                operands.removeAll(keepingCapacity: true)
            case .integer(let value): push(.integer(value), &operands)
            case .real(let value): push(.real(value), &operands)
            case .string(let value): push(.string(value), &operands)
            case .name(let value): push(.name(value), &operands)
            case .arrayStart, .dictionaryStart:
                guard let object = parser.object(startingWith: token) else { continue }
                push(object, &operands)
            case .arrayEnd, .dictionaryEnd: continue
            }
        }
    }

    private func push(_ object: PDFObject, _ operands: inout [PDFObject]) {
        if operands.count < Self.mostOperands { operands.append(object) }
    }

    /// The font of a name, as the innermost stream has it.
    mutating func font(named name: String) throws(PDFError) -> Font {
        guard var scope = scopes.popLast() else { return .missing }
        defer { scopes.append(scope) }
        return try scope.font(named: name, document, fonts)
    }

    /// The font of a set of parameters, and its size.
    func font(inParameters name: String) throws(PDFError) -> (Font, Double)? {
        guard let (object, size) = try scopes.last?.font(inParameters: name, document) else { return nil }
        return (try fonts.font(object), size)
    }

    /// Adds a string that begins at the text matrix, and moves on behind it.
    ///
    /// Some writers make blanks of wide character spacing. A long string with it is letter-spaced, and stays whole.
    mutating func show(_ string: [UInt8]) {
        let font = state.font ?? .missing
        if state.characterSpacing > LineBuilder.blankGap * abs(state.size) {
            let codes = font.codes(of: string, upTo: Self.mostSpacedLetters)
            for code in codes { show(code, font, isSpaced: true) }
            if !codes.isEmpty { return }
        }
        show(string, font, isSpaced: false)
    }

    private mutating func show(_ string: [UInt8], _ font: Font, isSpaced: Bool) {
        let start = page.text.bytes.count
        let shown = font.show(string, to: &page.text)
        let spacing = Double(shown.glyphs) * state.characterSpacing * state.scaling
        let width = (shown.width * state.size + Double(shown.blanks) * state.wordSpacing) * state.scaling
        page.add(
            from: start, textMatrix.then(state.matrix), rise: state.rise, width: isSpaced ? width : width + spacing,
            size: state.size * state.scaling)
        advance(width + spacing)
        if page.runs.count >= Self.mostStrings { lines = finishedLines() }
    }

    /// The lines of all that was shown.
    mutating func finishedLines() -> [UInt8] {
        let result = lines + LineBuilder.lines(of: page)
        lines = []
        page = PageText()
        return result
    }

    /// Moves along the text, in text space.
    mutating func advance(_ width: Double) {
        textMatrix = Matrix(e: width).then(textMatrix)
    }

    private mutating func paint(_ operand: PDFObject?, _ formCounts: inout [Int: Int]) throws(PDFError) {
        guard let name = operand?.nameValue, let resources = scopes.last, scopes.count < Self.deepestForm,
            let number = try resources.formNumber(named: name, document), painted.insert(number).inserted,
            formCounts[number, default: 0] < Self.mostRunsOfForm, let form = try document.object(number),
            form.dictionary["Subtype"]?.nameValue == "Form"
        else { return }
        formCounts[number, default: 0] += 1
        try run(form: form, resources.entries, &formCounts)
    }

    /// Runs through a form; without resources of its own it has those of the stream that paints it.
    mutating func run(
        form: IndirectObject, _ outer: [String: PDFObject], _ formCounts: inout [Int: Int]
    ) throws(PDFError) {
        let decoded: DecodedBytes
        do throws(PDFError) {
            decoded = try document.decode(form, limit: document.budget.contentLeft)
        } catch .stopped {
            throw .stopped
        } catch {
            self.error = error
            return
        }
        isCut = isCut || decoded.isCut
        let (saved, text, line) = (state, textMatrix, lineMatrix)
        if let elements = try document.resolve(form.dictionary["Matrix"]).elements, let matrix = Matrix(elements) {
            state.matrix = matrix.then(state.matrix)
        }
        try run(decoded.bytes, form.dictionary["Resources"] ?? .dictionary(outer), &formCounts)
        (state, textMatrix, lineMatrix) = (saved, text, line)
    }
}
