import Blobs

/// Makes text of pages and of forms.
final class PageReader {
    private let document: Document
    private let fonts: FontLoader

    /// How often each form was painted.
    private var formCounts: [Int: Int] = [:]

    /// Streams whose text was told, and the resources of a page that they belong to.
    private var told: [Int: PDFObject] = [:]

    /// A page's text, and what is missing in it.
    struct Result {
        let bytes: [UInt8]
        let isCut: Bool
        let error: PDFError?
    }

    init(_ document: Document) {
        self.document = document
        fonts = FontLoader(document)
    }

    func read(_ page: Page) throws(PDFError) -> Result {
        var content: [UInt8] = []
        var isCut = false
        var error: PDFError?
        for number in try streams(page.dictionary["Contents"]) {
            told[number] = page.resources ?? .null
            do throws(PDFError) {
                guard let stream = try document.object(number), stream.stream != nil else { continue }
                let decoded = try document.decode(stream, limit: document.budget.contentLeft - content.count)
                content += decoded.bytes
                content.append(10)
                isCut = isCut || decoded.isCut
                if decoded.isDamaged { error = .damaged("a content stream breaks off") }
            } catch .stopped {
                throw .stopped
            } catch let failure {
                error = failure
            }
        }
        return try run(content, page.resources, isCut, error)
    }

    /// The text of what was the content of a page in an earlier revision; `nil` if there is no such page.
    func read(replaced stream: IndirectObject) throws(PDFError) -> Result? {
        guard let resources = told[stream.number] else { return nil }
        let decoded = try document.decode(stream, limit: document.budget.contentLeft)
        return try run(decoded.bytes, resources, decoded.isCut, nil)
    }

    private func run(
        _ content: [UInt8], _ resources: PDFObject?, _ isCut: Bool, _ error: PDFError?
    ) throws(PDFError) -> Result {
        var isCut = isCut
        var interpreter = ContentInterpreter(document, fonts)
        do throws(PDFError) {
            try interpreter.run(content, resources, &formCounts)
        } catch .limit {
            isCut = true
        }
        return finish(interpreter, isCut, error)
    }

    /// The text of a form that no page paints.
    func read(form: IndirectObject) throws(PDFError) -> Result {
        var interpreter = ContentInterpreter(document, fonts)
        var isCut = false
        do throws(PDFError) {
            try interpreter.run(form: form, [:], &formCounts)
        } catch .limit {
            isCut = true
        }
        return finish(interpreter, isCut, nil)
    }

    /// Whether the text of a stream was told with that of a page.
    func hasTold(_ number: Int) -> Bool {
        told[number] != nil || formCounts[number] != nil
    }

    private func finish(_ interpreter: ContentInterpreter, _ isCut: Bool, _ error: PDFError?) -> Result {
        var interpreter = interpreter
        let lines = interpreter.finishedLines()
        document.budget.spend(bytes: lines.count)
        return Result(bytes: lines, isCut: isCut || interpreter.isCut, error: error ?? interpreter.error)
    }

    /// One stream, or several that count as one.
    private func streams(_ contents: PDFObject?) throws(PDFError) -> [Int] {
        guard let contents else { return [] }
        guard let elements = try document.resolve(contents).elements else {
            return contents.referenceNumber.map { [$0] } ?? []
        }
        var seen: Set<Int> = []
        return elements.compactMap(\.referenceNumber).filter { seen.insert($0).inserted }
    }
}
