/// The filters of one stream, each with a bound on what it may become.
struct FilterChain {
    /// More in a row serve only to hide what a stream expands to.
    static let mostFilters = 8

    private let filters: [(StreamFilter, [String: PDFObject])]

    /// - Parameters:
    ///   - dictionary: of the stream.
    ///   - resolve: follows a reference.
    /// - Throws: `unsupported` when a filter is none of text; `limit` when there are too many.
    init(
        _ dictionary: [String: PDFObject], resolve: (PDFObject) throws(PDFError) -> PDFObject
    ) throws(PDFError) {
        let stated = try resolve(dictionary["Filter"] ?? dictionary["F"] ?? .null)
        let parameters = try resolve(dictionary["DecodeParms"] ?? dictionary["DP"] ?? .null)
        let names: [PDFObject]
        switch stated {
        case .name: names = [stated]
        case .array(let elements): names = elements
        default: names = []
        }
        guard names.count <= Self.mostFilters else { throw .limit }
        var filters: [(StreamFilter, [String: PDFObject])] = []
        for (index, name) in names.enumerated() {
            guard let text = try resolve(name).nameValue, let filter = StreamFilter(text) else {
                throw .unsupported("a filter that is none of text")
            }
            var own: [String: PDFObject] = [:]
            switch parameters {
            case .dictionary(let entries) where index == 0: own = entries
            case .array(let elements) where index < elements.count: own = try resolve(elements[index]).entries ?? [:]
            default: break
            }
            for (key, value) in own { own[key] = try resolve(value) }
            filters.append((filter, own))
        }
        self.filters = filters
    }

    /// - Parameter limit: of bytes, for the result and for each step to it.
    func decode(_ raw: [UInt8], limit: Int) throws(PDFError) -> DecodedBytes {
        var result = DecodedBytes(bytes: raw)
        for (filter, parameters) in filters {
            var step = Self.apply(filter, parameters, result.bytes, limit)
            if filter == .flate || filter == .lzw, let predictor = try Predictor(parameters) {
                step.bytes = predictor.undo(step.bytes)
            }
            result.bytes = step.bytes
            result.isCut = result.isCut || step.isCut
            result.isDamaged = result.isDamaged || step.isDamaged
        }
        if result.bytes.count > limit {
            result.bytes.removeLast(result.bytes.count - limit)
            result.isCut = true
        }
        return result
    }

    private static func apply(
        _ filter: StreamFilter, _ parameters: [String: PDFObject], _ bytes: [UInt8], _ limit: Int
    ) -> DecodedBytes {
        switch filter {
        case .flate: ZlibInflater.inflate(bytes, limit: limit)
        case .lzw: LZWDecoder.decode(bytes, limit: limit, changesEarly: parameters["EarlyChange"]?.integerValue != 0)
        case .ascii85: ASCII85Decoder.decode(bytes, limit: limit)
        case .asciiHex: ASCIIHexDecoder.decode(bytes, limit: limit)
        case .runLength: RunLengthDecoder.decode(bytes, limit: limit)
        case .crypt: DecodedBytes(bytes: bytes)
        }
    }
}
