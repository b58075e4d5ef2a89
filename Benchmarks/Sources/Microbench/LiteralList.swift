import LiteralSearch

/// The list of literals that `Benchmarks/compare/literals.py` writes: `i` or `s`, a tab, the bytes in hexadecimal.
enum LiteralList {
    /// - Throws: `BenchmarkError` if the file cannot be read, or a line is not as it should be.
    static func read(_ path: String) throws -> [Literal] {
        let lines = try InputFile.bytes(of: path).split(separator: UInt8(ascii: "\n"))
        return try lines.map { line in
            guard let literal = literal(line) else { throw BenchmarkError("\(path) is not a list of literals") }
            return literal
        }
    }

    private static func literal(_ line: ArraySlice<UInt8>) -> Literal? {
        let digits = Array(line.dropFirst(2))
        guard let kind = line.first, digits.count % 2 == 0, digits.count / 2 >= Literal.shortest else { return nil }
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { index in
            UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16)
        }
        guard bytes.count == digits.count / 2 else { return nil }
        return Literal(bytes, ignoresCase: kind == UInt8(ascii: "i"))
    }
}
