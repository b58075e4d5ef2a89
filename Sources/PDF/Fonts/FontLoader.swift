/// Makes fonts of their dictionaries, and keeps those that have a number.
final class FontLoader {
    private static let mostFonts = 512

    /// Bytes that are spent to make a font, whatever it holds.
    private static let work = 4096

    private let document: Document
    private var fonts: [Int: Font] = [:]

    init(_ document: Document) {
        self.document = document
    }

    /// - Parameter object: a font's dictionary, or a reference to one.
    func font(_ object: PDFObject) throws(PDFError) -> Font {
        if let number = object.referenceNumber, let known = fonts[number] { return known }
        try document.budget.spend(work: Self.work)
        let font = try make(document.resolve(object).entries ?? [:])
        if let number = object.referenceNumber {
            if fonts.count >= Self.mostFonts { fonts.removeAll() }
            fonts[number] = font
        }
        return font
    }

    private func make(_ dictionary: [String: PDFObject]) throws(PDFError) -> Font {
        let toUnicode = try map(dictionary["ToUnicode"])
        if try document.resolve(dictionary["Subtype"]).nameValue == "Type0" {
            return try composite(dictionary, toUnicode)
        }
        return try SimpleFontLoader(document).font(dictionary, toUnicode)
    }

    /// A character map that is a stream; `nil`: it is none, or cannot be decoded.
    private func map(_ object: PDFObject?) throws(PDFError) -> CMap? {
        guard let number = object?.referenceNumber, let stream = try document.object(number), stream.stream != nil
        else { return nil }
        do throws(PDFError) {
            return CMapParser.parse(try document.decode(stream).bytes)
        } catch .stopped {
            throw .stopped
        } catch {
            return nil
        }
    }

    private func composite(_ dictionary: [String: PDFObject], _ toUnicode: CMap?) throws(PDFError) -> Font {
        let descendants = try document.resolve(dictionary["DescendantFonts"]).elements ?? []
        let descendant = try document.resolve(descendants.first).entries ?? [:]
        let coding: CompositeCodes.Coding
        if let map = try map(dictionary["Encoding"]) {
            coding = .mapped(map)
        } else {
            coding = Self.coding(try document.resolve(dictionary["Encoding"]).nameValue ?? "")
        }
        var widths = GlyphWidths(standard: try document.resolve(descendant["DW"]).number ?? 1000)
        try add(document.resolve(descendant["W"]).elements ?? [], to: &widths)
        widths.finish()
        return Font(.composite(CompositeCodes(coding: coding, toUnicode: toUnicode, widths: widths)))
    }

    /// Of the names of predefined maps (ISO 32000-2, table 116).
    private static func coding(_ name: String) -> CompositeCodes.Coding {
        if name.hasPrefix("Identity") || name.isEmpty { return .glyphs }
        if name.contains("UTF16") || name.contains("UCS2") { return .utf16 }
        return name == "H" || name == "V" ? .glyphs : .mixed
    }

    /// Of the array of widths (ISO 32000-2, 9.7.4.3): `first [w w w]` or `first last w`.
    private func add(_ array: [PDFObject], to widths: inout GlyphWidths) throws(PDFError) {
        try document.budget.spend(work: array.count)
        var index = 0
        while index + 1 < array.count {
            let first = array[index].integerValue ?? 0
            switch try document.resolve(array[index + 1]) {
            case .array(let elements):
                widths.add(from: first, elements.map { $0.number ?? 0 })
                index += 2
            case let last:
                guard index + 2 < array.count else { return }
                if let last = last.integerValue, let width = array[index + 2].number, first >= 0, last >= first {
                    widths.add(first...last, width)
                }
                index += 3
            }
        }
    }
}
