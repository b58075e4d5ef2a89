/// Makes fonts whose codes are single bytes (ISO 32000-2, 9.6).
struct SimpleFontLoader {
    private let document: Document

    init(_ document: Document) {
        self.document = document
    }

    func font(_ dictionary: [String: PDFObject], _ toUnicode: CMap?) throws(PDFError) -> Font {
        var text = Self.text(of: [])
        let scalars = try encoding(dictionary)
        for code in 0..<256 {
            var result = UTF8Text()
            if let units = toUnicode?.units(UInt32(code)) { result.append(utf16: units, isShown: true) }
            if result.bytes.isEmpty { for scalar in scalars[code] { result.append(shown: scalar) } }
            text[code] = result.bytes
        }
        let widths = try widths(dictionary)
        var unit = 0.001
        if try document.resolve(dictionary["Subtype"]).nameValue == "Type3" {
            unit = try abs(document.resolve(dictionary["FontMatrix"]).elements?.first?.number ?? unit)
        }
        return Font(.simple(text: text, widths: widths), unit: unit)
    }

    /// The text of each code, as it is seen.
    static func text(of scalars: [Unicode.Scalar?]) -> [[UInt8]] {
        (0..<256).map { code in
            var text = UTF8Text()
            if code < scalars.count, let scalar = scalars[code] { text.append(shown: scalar) }
            return text.bytes
        }
    }

    /// For each code its characters.
    private func encoding(_ dictionary: [String: PDFObject]) throws(PDFError) -> [[Unicode.Scalar]] {
        let stated = try document.resolve(dictionary["Encoding"])
        var result: [[Unicode.Scalar]]
        if let known = BaseEncoding(stated.nameValue ?? stated.entries?["BaseEncoding"]?.nameValue) {
            result = known.scalars.map { $0.map { [$0] } ?? [] }
        } else {
            let base: BaseEncoding = dictionary["Subtype"]?.nameValue == "TrueType" ? .winAnsi : .standard
            result = base.scalars.map { $0.map { [$0] } ?? [] }
            for (code, scalars) in try ownEncoding(dictionary) { result[code] = scalars }
        }
        let differences = try document.resolve(stated.entries?["Differences"]).elements ?? []
        try document.budget.spend(work: differences.count)
        var code = 0
        for element in differences {
            if let number = element.integerValue {
                code = number
            } else if let name = element.nameValue {
                if (0..<256).contains(code) { result[code] = GlyphNames.scalars(name) ?? [] }
                code &+= 1
            }
        }
        return result
    }

    /// The encoding that is built into a font, if it is embedded and not one of TrueType.
    private func ownEncoding(_ dictionary: [String: PDFObject]) throws(PDFError) -> [Int: [Unicode.Scalar]] {
        let descriptor = try document.resolve(dictionary["FontDescriptor"]).entries ?? [:]
        do throws(PDFError) {
            if let number = descriptor["FontFile"]?.referenceNumber, let file = try document.object(number) {
                return Type1Encoding.parse(try document.decode(file, limit: Type1Encoding.length).bytes)
            }
            if let number = descriptor["FontFile3"]?.referenceNumber, let file = try document.object(number) {
                return CompactFontEncoding.parse(try document.decode(file, limit: Self.mostFontBytes).bytes)
            }
            return [:]
        } catch .stopped {
            throw .stopped
        } catch {
            return [:]
        }
    }

    private static let mostFontBytes = 1 << 20

    private func widths(_ dictionary: [String: PDFObject]) throws(PDFError) -> [Double] {
        let name = try document.resolve(dictionary["BaseFont"]).nameValue ?? ""
        guard let stated = try document.resolve(dictionary["Widths"]).elements else { return StandardWidths.of(name) }
        let descriptor = try document.resolve(dictionary["FontDescriptor"]).entries ?? [:]
        let missing = try document.resolve(descriptor["MissingWidth"]).number ?? 0
        var result = [Double](repeating: missing, count: 256)
        let first = try document.resolve(dictionary["FirstChar"]).integerValue ?? 0
        guard (0..<256).contains(first) else { return result }
        for (index, width) in stated.prefix(256 - first).enumerated() {
            result[first + index] = try document.resolve(width).number ?? missing
        }
        return result
    }
}
