import PDF
import Testing

/// All that a reader tells.
struct Parts {
    private(set) var parts: [PDFPart] = []
    private(set) var errors: [PDFError] = []

    init(_ file: [UInt8], limit: Int = 1 << 26) throws {
        let reader = try PDFReader(file, limit: limit, shouldStop: { false })
        // More would be a loop.
        for _ in 0..<10_000 {
            do {
                guard let part = try reader.next() else { return }
                parts.append(part)
            } catch {
                errors.append(error)
            }
        }
        Issue.record("the reader does not end")
    }

    var names: [String] { parts.map(\.name.lossyText) }

    /// The bytes of a part as text; empty if it is not there.
    subscript(_ name: String) -> String {
        parts.first { $0.name.lossyText == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }
}
