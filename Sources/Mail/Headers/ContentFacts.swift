/// What a header says about the content behind it (RFC 2045, 2183).
struct ContentFacts {
    /// In lower case, such as `text/plain`.
    var mediaType = "text/plain"
    var hasMediaType = false
    var charset = ""
    var boundary: [UInt8] = []
    var isFlowed = false
    var deletesSpace = false
    var isAttachment = false
    var encoding = MailEncoding.identity

    /// Whether Apple Mail says how long the content is, which it does of contents that it keeps in another file.
    var isKeptElsewhere = false

    /// `smime-type`: `signed-data`, `enveloped-data`.
    var secureType = ""

    /// Of message/partial.
    var fragment: FragmentFacts?
    var reportType = ""

    /// From Content-Disposition and Content-Type, in this order.
    private var dispositionName: [UInt8] = []
    private var typeName: [UInt8] = []

    /// The file name without NUL; `nil` if there is none.
    var name: [UInt8]? {
        let name = dispositionName.isEmpty ? typeName : dispositionName
        return name.isEmpty ? nil : name
    }

    var isMultipart: Bool { mediaType.hasPrefix("multipart/") }
    var isMessage: Bool {
        ["message/rfc822", "message/global", "message/news", "message/rfc2822"].contains(mediaType)
            || mediaType == "message/partial" && (fragment?.number ?? 1) == 1
    }

    /// Takes in a field.
    mutating func add(_ field: MailField, _ bytes: Span<UInt8>, _ value: Range<Int>) {
        switch field {
        case .contentType: addType(ParameterList(bytes, value))
        case .contentEncoding:
            var index = value.lowerBound
            while index < value.upperBound, bytes[index] <= 0x20 || bytes[index] == 0x22 { index += 1 }
            var end = index
            while end < value.upperBound, bytes[end] > 0x20, bytes[end] != 0x3B, bytes[end] != 0x28, bytes[end] != 0x22,
                end - index < 64
            {
                end += 1
            }
            encoding = MailEncoding(
                field: String(decoding: bytes.bytes(in: index..<end), as: UTF8.self).lowercased())
        case .appleLength: isKeptElsewhere = true
        case .contentDisposition:
            let list = ParameterList(bytes, value)
            if list.first == "attachment" { isAttachment = true }
            if let name = list.text("filename") { dispositionName = name }
        default: break
        }
    }

    private mutating func addType(_ list: ParameterList) {
        guard !hasMediaType, !list.first.isEmpty else { return }
        hasMediaType = true
        // `text` alone, as old programs write, is plain text.
        mediaType = list.first.contains("/") ? list.first : list.first == "text" ? "text/plain" : list.first + "/"
        if let value = list.text("charset") { charset = String(decoding: value.prefix(64), as: UTF8.self).lowercased() }
        if let value = list.text("boundary"), value.count <= LevelStack.longestBoundary { boundary = value }
        isFlowed = list.word("format") == "flowed"
        deletesSpace = list.word("delsp") == "yes"
        secureType = list.word("smime-type")
        reportType = list.word("report-type")
        if mediaType == "message/partial" { fragment = FragmentFacts(list) }
        if let name = list.text("name") { typeName = name }
    }
}
