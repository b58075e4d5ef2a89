/// The value of a field with parameters, such as `text/plain; charset=utf-8`, with the extensions of RFC 2231.
struct ParameterList {
    /// How much of a value is looked at, and how many parameters are kept.
    private static let longestValue = 64 * 1024
    private static let mostParameters = 200

    private struct Parameter {
        let name: String

        /// Of the pieces of a value in several, from 0.
        let piece: Int

        /// Whether it has its charset in front, or percent signs.
        let isExtended: Bool
        let value: [UInt8]
    }

    /// What stands in front of the first semicolon, in lower case, at most 127 bytes.
    let first: String
    private var parameters: [Parameter] = []

    /// Complexity: O(n).
    init(_ bytes: Span<UInt8>, _ whole: Range<Int>) {
        let end = min(whole.upperBound, whole.lowerBound + Self.longestValue)
        var index = Self.skipBlanks(bytes, whole.lowerBound, end)
        let start = index
        while index < end, bytes[index] != 0x3B, bytes[index] > 0x20, bytes[index] != 0x28 { index += 1 }
        first = String(decoding: bytes.bytes(in: start..<min(index, start + 127)), as: UTF8.self).lowercased()
        while index < end, parameters.count < Self.mostParameters {
            index = Self.skipBlanks(bytes, index, end)
            guard index < end else { break }
            if bytes[index] == 0x3B {
                index += 1
                continue
            }
            let nameStart = index
            while index < end, bytes[index] != 0x3D, bytes[index] != 0x3B, bytes[index] > 0x20 { index += 1 }
            let name = nameStart..<index
            index = Self.skipBlanks(bytes, index, end)
            guard index < end, bytes[index] == 0x3D else {
                if index == name.lowerBound { index += 1 }
                continue
            }
            index = Self.skipBlanks(bytes, index + 1, end)
            let value = Self.value(bytes, &index, end)
            if name.count <= 64 { add(String(decoding: bytes.bytes(in: name), as: UTF8.self).lowercased(), value) }
        }
    }

    /// A parameter in lower case, at most 64 bytes; empty if there is none.
    func word(_ name: String) -> String {
        String(decoding: (text(name) ?? []).prefix(64), as: UTF8.self).lowercased()
    }

    /// A parameter, decoded, without NUL, at most 1024 bytes; `nil` if there is none, or it is empty.
    func text(_ name: String) -> [UInt8]? {
        let all = parameters.filter { $0.name == name }
        let pieces = all.filter { $0.piece >= 0 || $0.isExtended }.sorted { $0.piece < $1.piece }
        var output = ByteBuffer()
        if let head = pieces.first {
            var label = "utf-8"
            var joined = ByteBuffer()
            for (place, piece) in pieces.enumerated() {
                // A name with `*` alone is whole; pieces of another attempt do not belong to it.
                if place > 0, head.piece < 0 { break }
                var value = piece.value[...]
                if place == 0, head.isExtended, let charsetEnd = value.firstIndex(of: 0x27),
                    let languageEnd = value[(charsetEnd + 1)...].firstIndex(of: 0x27)
                {
                    label = String(decoding: value[..<charsetEnd], as: UTF8.self).lowercased()
                    value = value[(languageEnd + 1)...]
                }
                let bytes = Array(value)
                joined.append(piece.isExtended ? Self.percentDecoded(bytes) : bytes)
            }
            CharsetText.append(joined, label: label, into: &output)
        } else if let plain = all.first {
            EncodedWords.decode(plain.value.span, 0..<plain.value.count, into: &output)
        }
        let bytes = output.storage[output.start..<output.end].filter { $0 != 0 }.prefix(1024)
        return bytes.isEmpty ? nil : Array(bytes)
    }

    private mutating func add(_ name: String, _ value: [UInt8]) {
        let parts = name.split(separator: "*", omittingEmptySubsequences: false)
        guard parts.count > 1 else {
            return parameters.append(Parameter(name: name, piece: -1, isExtended: false, value: value))
        }
        let isExtended = parts.last == ""
        let piece = parts.count > 1 ? Int(parts[1]) ?? -1 : -1
        parameters.append(Parameter(name: String(parts[0]), piece: piece, isExtended: isExtended, value: value))
    }

    /// White space and comments.
    private static func skipBlanks(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var index = start
        var depth = 0
        while index < end {
            let byte = bytes[index]
            if byte == 0x28 {
                depth += 1
            } else if byte == 0x29, depth > 0 {
                depth -= 1
            } else if depth == 0, byte > 0x20 {
                break
            }
            index += 1
        }
        // A parenthesis that nothing closes is none.
        if index == end, depth > 0, start < end, bytes[start] == 0x28 { return start + 1 }
        return index
    }

    private static func value(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) -> [UInt8] {
        var value: [UInt8] = []
        guard index < end, bytes[index] == 0x22 else {
            // Names with blanks are often not quoted.
            while index < end, bytes[index] != 0x3B {
                if bytes[index] >= 0x20 { value.append(bytes[index]) }
                index += 1
            }
            while let last = value.last, last.isBlank { value.removeLast() }
            return value
        }
        index += 1
        while index < end, bytes[index] != 0x22 {
            if bytes[index] == 0x5C, index + 1 < end, bytes[index + 1] == 0x22 || bytes[index + 1] == 0x5C {
                index += 1
            }
            if bytes[index] != 0x0A, bytes[index] != 0x0D { value.append(bytes[index]) }
            index += 1
        }
        index += 1
        return value
    }

    private static func percentDecoded(_ value: [UInt8]) -> [UInt8] {
        var decoded: [UInt8] = []
        var index = 0
        while index < value.count {
            if value[index] == 0x25, index + 2 < value.count, let high = value[index + 1].hexValue,
                let low = value[index + 2].hexValue
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(value[index])
                index += 1
            }
        }
        return decoded
    }
}
