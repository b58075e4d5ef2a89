/// Writes small PDF files.
struct PDFFixture {
    private(set) var bytes = Array("%PDF-1.7\n%\u{E2}\u{E3}\n".utf8)
    private var offsets: [(number: Int, offset: Int)] = []
    var nextNumber = 1

    /// Changes the bytes of an object's stream before they are written.
    var encrypt: (_ number: Int, _ bytes: [UInt8]) -> [UInt8] = { $1 }

    /// What stands in the trailer beside the root.
    var trailer = ""

    /// Writes an object; without a number it gets the next one.
    @discardableResult
    mutating func add(_ body: String, as number: Int? = nil) -> Int {
        add(bytes: Array(body.utf8), as: number)
    }

    @discardableResult
    mutating func add(bytes body: [UInt8], as number: Int? = nil) -> Int {
        let number = number ?? nextNumber
        nextNumber = max(nextNumber, number + 1)
        offsets.append((number, bytes.count))
        bytes += Array("\(number) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
        return number
    }

    /// Writes a stream. `dictionary` is what stands in it beside the length.
    @discardableResult
    mutating func add(_ dictionary: String = "", stream: [UInt8], as number: Int? = nil) -> Int {
        let written = encrypt(number ?? nextNumber, stream)
        let head = Array("<<\(dictionary)/Length \(written.count)>>\nstream\n".utf8)
        return add(bytes: head + written + Array("\nendstream".utf8), as: number)
    }

    /// Writes a stream that FlateDecode reads.
    @discardableResult
    mutating func add(_ dictionary: String = "", deflated: [UInt8], as number: Int? = nil) -> Int {
        add(dictionary + "/Filter/FlateDecode", stream: Deflating.stored(deflated), as: number)
    }

    /// Writes an object stream.
    mutating func add(objects: [(number: Int, body: String)]) {
        var head = ""
        var body = ""
        for object in objects {
            head += "\(object.number) \(body.utf8.count) "
            body += object.body + " "
            nextNumber = max(nextNumber, object.number + 1)
        }
        add("/Type/ObjStm/N \(objects.count)/First \(head.utf8.count)", deflated: Array((head + body).utf8))
    }

    /// The file, with a cross reference table.
    func file(root: Int) -> [UInt8] {
        var table = "xref\n0 1\n0000000000 65535 f \n"
        for (number, offset) in offsets {
            let digits = String(offset)
            table += "\(number) 1\n" + String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        table += "trailer\n<</Root \(root) 0 R/Size \(nextNumber)\(trailer)>>\nstartxref\n\(bytes.count)\n%%EOF\n"
        return bytes + Array(table.utf8)
    }

    /// Writes a catalog and one page for each content, and gives the catalog's number.
    mutating func addPages(_ contents: [String], resources: String = Self.helvetica) -> Int {
        let streams = contents.map { add(deflated: Array($0.utf8)) }
        let tree = nextNumber + contents.count
        let pages = streams.map {
            add("<</Type/Page/Parent \(tree) 0 R/Contents \($0) 0 R/Resources<<\(resources)>>/MediaBox[0 0 600 800]>>")
        }
        add("<</Type/Pages/Count \(pages.count)/Kids[\(pages.map { "\($0) 0 R" }.joined(separator: " "))]>>", as: tree)
        return add("<</Type/Catalog/Pages \(tree) 0 R>>")
    }

    static let helvetica = "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>"

    /// A file of pages.
    static func pages(_ contents: [String], resources: String = helvetica) -> [UInt8] {
        var fixture = PDFFixture()
        let root = fixture.addPages(contents, resources: resources)
        return fixture.file(root: root)
    }
}
