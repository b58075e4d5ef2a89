/// What was done to bytes before they were compressed (ISO 32000-2, 7.4.4.4): each is a difference to its neighbours.
struct Predictor {
    private enum Kind {
        /// TIFF 6.0, section 14: to the same component of the pixel before.
        case tiff

        /// The filters of PNG (ISO/IEC 15948, clause 9), one a row.
        case png
    }

    private let kind: Kind
    private let bitsPerComponent: Int

    /// Bytes of a pixel, at least one.
    private let pixel: Int

    /// Bytes of a row, without the byte for PNG's filter.
    private let row: Int

    /// `nil`: nothing was done.
    ///
    /// - Throws: `unsupported`, or `damaged` for sizes that cannot be.
    init?(_ parameters: [String: PDFObject]) throws(PDFError) {
        let number = parameters["Predictor"]?.integerValue ?? 1
        guard number > 1 else { return nil }
        let colors = parameters["Colors"]?.integerValue ?? 1
        let bits = parameters["BitsPerComponent"]?.integerValue ?? 8
        let columns = parameters["Columns"]?.integerValue ?? 1
        guard (1...32).contains(colors), [1, 2, 4, 8, 16].contains(bits), (1...1 << 28).contains(columns) else {
            throw .damaged("a predictor of impossible size")
        }
        kind = number >= 10 ? .png : .tiff
        if kind == .tiff, bits < 8 { throw .unsupported("a predictor of single bits") }
        bitsPerComponent = bits
        pixel = max(1, colors * bits / 8)
        row = (colors * bits * columns + 7) / 8
    }

    /// The bytes as they were. A last row may be short.
    func undo(_ bytes: [UInt8]) -> [UInt8] {
        switch kind {
        case .tiff: undoTIFF(bytes)
        case .png: undoPNG(bytes)
        }
    }

    private func undoTIFF(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        for start in stride(from: 0, to: result.count, by: row) {
            let end = min(start + row, result.count)
            if bitsPerComponent == 8 {
                for index in start..<end where index >= start + pixel { result[index] &+= result[index - pixel] }
                continue
            }
            for index in stride(from: start + pixel, to: end - 1, by: 2) {
                let before = UInt16(result[index - pixel]) << 8 | UInt16(result[index - pixel + 1])
                let sum = before &+ (UInt16(result[index]) << 8 | UInt16(result[index + 1]))
                (result[index], result[index + 1]) = (UInt8(sum >> 8), UInt8(sum & 0xFF))
            }
        }
        return result
    }

    private func undoPNG(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for start in stride(from: 0, to: bytes.count, by: row + 1) {
            let filter = bytes[start]
            let first = result.count
            for index in start + 1..<max(start + 1, min(start + 1 + row, bytes.count)) {
                let place = result.count
                let left = place >= first + pixel ? result[place - pixel] : 0
                let up = first > 0 ? result[place - row] : 0
                let corner = first > 0 && place >= first + pixel ? result[place - row - pixel] : 0
                let predicted: UInt8 =
                    switch filter {
                    case 1: left
                    case 2: up
                    case 3: UInt8((Int(left) + Int(up)) / 2)
                    case 4: Self.paeth(left, up, corner)
                    default: 0
                    }
                result.append(bytes[index] &+ predicted)
            }
        }
        return result
    }

    /// ISO/IEC 15948, 9.4.
    private static func paeth(_ left: UInt8, _ up: UInt8, _ corner: UInt8) -> UInt8 {
        let estimate = Int(left) + Int(up) - Int(corner)
        let distances = (abs(estimate - Int(left)), abs(estimate - Int(up)), abs(estimate - Int(corner)))
        if distances.0 <= distances.1, distances.0 <= distances.2 { return left }
        return distances.1 <= distances.2 ? up : corner
    }
}
