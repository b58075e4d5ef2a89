/// The parameters of a URL, or of a text with the same form, such as a connection string of Azure.
struct URLQuery {
    private let parameters: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)]
    private let url: [UInt8]

    /// - Parameter url: with the escapes of the text around it (`&amp;`, `\u0026`) undone, its own kept.
    init(_ url: [UInt8]) {
        self.url = url
        let separators: [UInt8] = [UInt8(ascii: "&"), UInt8(ascii: "?"), UInt8(ascii: " ")]
        parameters = url.split(whereSeparator: { separators.contains($0) }).compactMap { parameter in
            guard let sign = parameter.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            return (parameter[..<sign], parameter[(sign + 1)...])
        }
    }

    /// The percent-decoded value of the first parameter called `name`; `nil` without one.
    subscript(name: String) -> [UInt8]? {
        guard let value = parameters.first(where: { $0.name.holds(name) })?.value else { return nil }
        return SpelledText.undone(url.span, value.startIndex..<value.endIndex)
    }
}
