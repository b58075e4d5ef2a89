import Blobs

/// Reads what a PDF file holds, part by part: the text of its pages, then its other strings, then embedded files, then
/// other streams. For one worker.
///
/// Format: ISO 32000-2. The cross references are not read: every object of the file is looked at, those of earlier
/// revisions too, and the last definition of a number is the one in use. Encrypted files that the empty password opens
/// are decrypted by libqpdf.
public final class PDFReader {
    /// Bytes that `detect` needs.
    public static var detectionLength: Int { 1024 }

    private static let signature = Array("%PDF-".utf8)

    private let document: Document
    private let pages: PageReader
    private var phase: Phase
    private var survey: Survey?

    /// What is wrong, and is told before the next part.
    private var pending: [PDFError] = []

    private enum Phase {
        case pages(PageWalker, count: Int)
        case survey(visited: Set<Int>)
        case lostPages(visited: Set<Int>, next: Int)
        case strings
        case files(next: Int)
        case streams(next: Int)
        case done
    }

    /// Whether a file begins as a PDF file does: other bytes may stand in front, if they do not begin a text.
    ///
    /// - Parameter first: its first bytes, `detectionLength` of them if it has so many.
    public static func detect(_ first: Span<UInt8>) -> Bool {
        // Nearly all files are texts, and are done with here.
        guard !first.isEmpty, first[0] == signature[0] || first[0] <= 0x20 || first[0] > 0x7E else { return false }
        return headerStart(in: first) != nil
    }

    /// Where the file begins behind what else may stand there; `nil` when it does not say.
    static func headerStart(in bytes: Span<UInt8>) -> Int? {
        let last = min(bytes.count, detectionLength) - signature.count
        guard last >= 0 else { return nil }
        for start in 0...last where bytes[start] == signature[0] {
            if signature.indices.allSatisfy({ bytes[start + $0] == signature[$0] }) { return start }
        }
        return nil
    }

    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - limit: bytes that all parts together may expand to, and what is decoded to read them.
    ///   - shouldStop: asked from time to time; on `true`, `stopped` is thrown.
    /// - Throws: what is wrong with the whole file: `encrypted`, `unavailable`, `unsupported`, `damaged`, `limit`.
    ///
    /// Complexity: O(n) in the size of the file.
    public init(
        _ bytes: consuming [UInt8], limit: Int, shouldStop: @escaping () -> Bool
    ) throws(PDFError) {
        let budget = ReadBudget(limit: limit, size: bytes.count, shouldStop: shouldStop)
        document = try Document(bytes, budget)
        pages = PageReader(document)
        phase = .pages(try PageWalker(document), count: 0)
        if let error = document.objectStreamError { pending.append(error) }
    }

    /// The next part; `nil` behind the last one. Parts without text are left out.
    ///
    /// - Throws: what is wrong with one part, which may be told as far as it goes. The next call goes on behind it,
    ///   unless it is `stopped`, or `limit` behind a part that is cut: then `nil` follows.
    public func next() throws(PDFError) -> PDFPart? {
        while true {
            if let error = pending.popLast() { throw error }
            if case .done = phase { return nil }
            do throws(PDFError) {
                try document.budget.checkStop()
                if document.budget.isExhausted { throw PDFError.limit }
                if let part = try step() { return part }
            } catch {
                if error == .stopped || document.budget.isExhausted { phase = .done }
                throw error
            }
        }
    }

    /// Goes on by one page or stream. `nil`: there was nothing to tell.
    private func step() throws(PDFError) -> PDFPart? {
        switch phase {
        case .pages(var walker, let count):
            // The tree must not be held twice.
            phase = .done
            defer { if case .done = phase { phase = .pages(walker, count: count + 1) } }
            guard let page = try walker.next(document) else {
                phase = .survey(visited: walker.visited)
                return nil
            }
            return part(try pages.read(page), "page \(count + 1)")
        case .survey(let visited):
            phase = .lostPages(visited: visited, next: 0)
            survey = try Survey(document)
        case .lostPages(let visited, let index):
            guard let survey, index < survey.pages.count else {
                phase = .strings
                return nil
            }
            phase = .lostPages(visited: visited, next: index + 1)
            let number = survey.pages[index]
            guard !visited.contains(number), let page = try document.object(number) else { return nil }
            let resources = page.dictionary["Resources"]
            let result = try pages.read(Page(number: number, dictionary: page.dictionary, resources: resources))
            return part(result, "object \(number)")
        case .strings:
            phase = .files(next: 0)
            guard let survey, !survey.strings.isEmpty || survey.isCut else { return nil }
            return PDFPart(name: RawPath("strings"), bytes: survey.strings, isCut: survey.isCut)
        case .files(let index):
            guard index < document.entries.count else {
                phase = .streams(next: 0)
                return nil
            }
            phase = .files(next: index + 1)
            return try StreamReader(document, pages, survey).file(index)
        case .streams(let index):
            guard index < document.entries.count else {
                phase = .done
                return nil
            }
            phase = .streams(next: index + 1)
            return try StreamReader(document, pages, survey).stream(index)
        case .done: break
        }
        return nil
    }

    private func part(_ result: PageReader.Result, _ name: String) -> PDFPart? {
        if let error = result.error { pending.append(error) }
        if result.bytes.isEmpty, !result.isCut { return nil }
        return PDFPart(name: RawPath(name), bytes: result.bytes, isCut: result.isCut)
    }
}
