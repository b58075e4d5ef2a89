/// What a look at all objects of a file tells, whether a page leads to them or not.
struct Survey {
    /// Text strings, one a line, "key: value".
    private(set) var strings: [UInt8] = []

    /// Whether there were more than the limit.
    private(set) var isCut = false

    /// Numbers of page dictionaries.
    private(set) var pages: [Int] = []

    /// Names of embedded files, by the number of their stream.
    private(set) var fileNames: [Int: [UInt8]] = [:]

    /// Streams that hold no text, since something uses them for other things.
    private(set) var withoutText: Set<Int> = []

    private let document: Document

    init(_ document: Document) throws(PDFError) {
        self.document = document
        for index in document.entries.indices {
            if index % 256 == 0 { try document.budget.checkStop() }
            do throws(PDFError) {
                guard let object = try document.load(index) else { continue }
                let isCompressed = if case .objectStream = document.entries[index].place { true } else { false }
                try look(at: object, canSkipVerbatim: !isCompressed && !document.isEncrypted)
            } catch .limit {
                isCut = true
                return
            } catch .stopped {
                throw .stopped
            } catch {
                continue
            }
        }
    }

    private mutating func look(at object: IndirectObject, canSkipVerbatim: Bool) throws(PDFError) {
        if object.dictionary["Type"]?.nameValue == "Page" { pages.append(object.number) }
        let told = StringCollector.lines(of: object.value, canSkipVerbatim: canSkipVerbatim)
        strings += told
        document.budget.spend(bytes: told.count)
        if document.budget.isExhausted { throw .limit }
        // No recursion: it may be nested as deep as the parser allows.
        var pending = [object.value]
        while let value = pending.popLast() {
            switch value {
            case .dictionary(let entries):
                try note(entries)
                pending.append(contentsOf: entries.values)
            case .array(let elements):
                if elements.first?.nameValue == "ICCBased", elements.count == 2 { skip(elements[1]) }
                pending.append(contentsOf: elements)
            default: break
            }
        }
    }

    private static let keysWithoutText = [
        "ToUnicode", "CIDToGIDMap", "CIDSet", "FontFile", "FontFile2", "FontFile3", "DestOutputProfile", "SMask",
        "Thumb", "Encoding",
    ]

    private mutating func note(_ entries: [String: PDFObject]) throws(PDFError) {
        for key in Self.keysWithoutText { skip(entries[key]) }
        if let procedures = entries["CharProcs"] {
            for glyph in try document.resolve(procedures).entries ?? [:] { skip(glyph.value) }
        }
        guard let embedded = entries["EF"], let files = try document.resolve(embedded).entries else { return }
        let plainName = try document.resolve(entries["F"]).stringBytes.map(TextString.name)
        let name = try document.resolve(entries["UF"]).stringBytes.map { TextString.utf8($0) ?? $0 } ?? plainName
        for (_, file) in files.sorted(by: { $0.key < $1.key }) {
            if let number = file.referenceNumber, fileNames[number] == nil {
                fileNames[number] = name?.filter { $0 != 0 } ?? []
            }
        }
    }

    private mutating func skip(_ object: PDFObject?) {
        if let number = object?.referenceNumber { withoutText.insert(number) }
    }
}
