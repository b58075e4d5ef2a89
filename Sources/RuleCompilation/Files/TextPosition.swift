/// Where something stands in a file of text, for messages.
package enum TextPosition {
    /// How many of the first bytes are UTF-8.
    ///
    /// - Complexity: O(n)
    package static func lengthOfUTF8(in bytes: [UInt8]) -> Int {
        var length = 0
        var iterator = bytes.makeIterator()
        var codec = UTF8()
        while case .scalarValue(let scalar) = codec.decode(&iterator) { length += UTF8.width(scalar) }
        return length
    }

    /// The line of the byte at `offset`, from 1.
    ///
    /// - Complexity: O(n)
    package static func lineNumber(ofByte offset: Int, in bytes: [UInt8]) -> Int {
        1 + bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") }
    }
}
