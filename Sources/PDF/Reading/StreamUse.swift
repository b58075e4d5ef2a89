/// What a stream is for, as its dictionary says.
enum StreamUse {
    /// Structure, pictures, fonts, colours and the like.
    case withoutText

    case embeddedFile

    /// Its text is painted.
    case form

    case other

    init(_ dictionary: [String: PDFObject]) {
        let type = dictionary["Type"]?.nameValue
        let subtype = dictionary["Subtype"]?.nameValue
        if type == "EmbeddedFile" {
            self = .embeddedFile
        } else if subtype == "Form" || dictionary["PatternType"]?.integerValue == 1 {
            self = .form
        } else if let type, Self.typesWithoutText.contains(type) {
            self = .withoutText
        } else if let subtype, Self.subtypesWithoutText.contains(subtype) {
            self = .withoutText
        } else if Self.keysWithoutText.contains(where: { dictionary[$0] != nil }) || Self.isPicture(dictionary) {
            self = .withoutText
        } else {
            self = .other
        }
    }

    private static let typesWithoutText: Set<String> = ["XRef", "ObjStm", "CMap", "Halftone", "FontFile"]
    private static let subtypesWithoutText: Set<String> = [
        "Image", "Type1C", "CIDFontType0C", "OpenType", "U3D", "PRC",
    ]

    /// Of fonts, functions, shadings, halftones and colour profiles.
    private static let keysWithoutText = [
        "Length1", "FunctionType", "ShadingType", "HalftoneType", "Alternate", "ImageMask",
    ]

    private static func isPicture(_ dictionary: [String: PDFObject]) -> Bool {
        if dictionary["Width"] != nil, dictionary["Height"] != nil { return true }
        let filter = dictionary["Filter"]
        let names = (filter?.elements ?? [filter ?? .null]).compactMap(\.nameValue)
        return names.contains { ["DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode"].contains($0) }
    }
}
