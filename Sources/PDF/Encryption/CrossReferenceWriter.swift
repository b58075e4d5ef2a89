/// Appends to an encrypted file what libqpdf needs to decrypt its objects, and nothing that makes it expand a stream:
/// a table of the objects that stand in the file itself, an empty catalog, and a trailer with the way it is encrypted.
/// For objects in object streams stands the number 0: of an entry whose object is not there libqpdf says nothing.
struct CrossReferenceWriter {
    /// libqpdf takes numbers as 32 bits.
    private static let largestNumber = 99_999_999

    /// Objects in object streams, at most; and there are no more than one for each four bytes of the file.
    private static let mostStandIns = 1_000_000

    private let bytes: ArraySlice<UInt8>
    private let entries: [ObjectEntry]
    private let trailer: [String: PDFObject]

    /// The first number that the file does not use.
    private let size: Int

    /// Up to here numbers that do not stand in the file itself are in use, in object streams.
    private let mostNumbers: Int

    /// By number: where the last definition stands in the file.
    let starts: [Int: Int]

    /// `nil`: the file is not encrypted.
    init?(_ file: [UInt8], _ scanner: FileScanner) {
        let all = scanner.trailers.map(\.entries)
        guard let last = all.last(where: { $0["Encrypt"] != nil }), let encryption = last["Encrypt"] else { return nil }
        if case .null = encryption { return nil }
        let id = last["ID"] ?? all.last { $0["ID"] != nil }?["ID"]
        trailer = ["Encrypt": encryption, "ID": id ?? .array([])]
        // libqpdf counts from the header on, and would look for it itself.
        bytes = file[(PDFReader.headerStart(in: file.span) ?? 0)...]
        var latest: [Int: ObjectEntry] = [:]
        for entry in scanner.entries where entry.number < Self.largestNumber && entry.start >= bytes.startIndex {
            latest[entry.number] = entry
        }
        entries = latest.values.sorted { $0.number < $1.number }
        starts = latest.mapValues(\.start)
        let stated = all.compactMap { $0["Size"]?.integerValue }.max() ?? 0
        mostNumbers = min(stated, Self.mostStandIns, 1000 + file.count / 4)
        size = max(mostNumbers, (entries.last?.number ?? 0) + 1, 1)
    }

    /// The file with the table behind it.
    func file() -> [UInt8] {
        var result = Array(bytes)
        result.append(10)
        var table = "xref\n0 1\n0000000000 65535 f \n"
        for entry in entries { table += line(entry.number, entry.start - bytes.startIndex, entry.generation) }
        for number in 1..<max(1, mostNumbers) where starts[number] == nil {
            table += line(number, result.count, 0)
            result.append(contentsOf: "\(number) 0 obj 0 endobj\n".utf8)
        }
        table += line(size, result.count, 0)
        result.append(contentsOf: "\(size) 0 obj <</Type/Catalog/Pages<</Type/Pages/Kids[]/Count 0>>>> endobj\n".utf8)
        let start = result.count
        var trailer = trailer
        trailer["Size"] = .integer(size + 1)
        trailer["Root"] = .reference(size)
        table += "trailer\n\(ObjectWriter.text(.dictionary(trailer)))\nstartxref\n\(start)\n%%EOF\n"
        result.append(contentsOf: table.utf8)
        return result
    }

    /// A section of one object; its line has 20 bytes (ISO 32000-2, 7.5.4).
    private func line(_ number: Int, _ offset: Int, _ generation: Int) -> String {
        let (offset, generation) = (String(offset), String(min(generation, 65535)))
        return "\(number) 1\n" + String(repeating: "0", count: max(0, 10 - offset.count)) + offset + " "
            + String(repeating: "0", count: 5 - generation.count) + generation + " n \n"
    }
}
