import Blobs

/// Tells the streams that are no pages.
struct StreamReader {
    let document: Document
    let pages: PageReader
    let survey: Survey?

    init(_ document: Document, _ pages: PageReader, _ survey: Survey?) {
        self.document = document
        self.pages = pages
        self.survey = survey
    }

    /// The embedded file that an entry is; `nil`: it is none.
    func file(_ index: Int) throws(PDFError) -> PDFPart? {
        guard let object = try stream(at: index), isFile(object) else { return nil }
        let name = survey?.fileNames[object.number] ?? []
        let path = "attachment/" + (name.isEmpty ? "object \(object.number)" : "")
        return try part(object, RawPath(Array(path.utf8) + name))
    }

    /// The other stream that an entry is, if it may hold text that was not told.
    func stream(_ index: Int) throws(PDFError) -> PDFPart? {
        guard let object = try stream(at: index), !isFile(object) else { return nil }
        let isCurrent = document.isCurrent(index)
        let name = RawPath("object \(object.number)" + (isCurrent ? "" : ", replaced"))
        if isCurrent, pages.hasTold(object.number) { return nil }
        if survey?.withoutText.contains(object.number) ?? false { return nil }
        switch StreamUse(object.dictionary) {
        case .withoutText, .embeddedFile: return nil
        case .form:
            let result = try pages.read(form: object)
            return try part(result, name)
        case .other:
            if !isCurrent, let result = try pages.read(replaced: object) { return try part(result, name) }
            // Without a filter it stands in the file as it is.
            if object.dictionary["Filter"] == nil, !document.isEncrypted { return nil }
            return try part(object, name)
        }
    }

    private func isFile(_ object: IndirectObject) -> Bool {
        survey?.fileNames[object.number] != nil || StreamUse(object.dictionary) == .embeddedFile
    }

    private func stream(at index: Int) throws(PDFError) -> IndirectObject? {
        guard case .file(_, .some) = document.entries[index].place else { return nil }
        return try document.load(index)
    }

    private func part(_ result: PageReader.Result, _ name: RawPath) throws(PDFError) -> PDFPart? {
        if let error = result.error { throw error }
        if result.bytes.isEmpty, !result.isCut { return nil }
        return PDFPart(name: name, bytes: result.bytes, isCut: result.isCut)
    }

    private func part(_ object: IndirectObject, _ name: RawPath) throws(PDFError) -> PDFPart? {
        let decoded = try document.decode(object)
        if decoded.bytes.isEmpty {
            if decoded.isDamaged { throw .damaged("a stream cannot be decoded") }
            return nil
        }
        return PDFPart(name: name, bytes: decoded.bytes, isCut: decoded.isCut)
    }
}
