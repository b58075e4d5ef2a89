/// Kinds of ASCII characters.
extension UInt8 {
    var isASCIILetter: Bool { self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z") }
    var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

    /// The value of a hexadecimal digit; `nil` if it is none.
    var hexDigit: Int? {
        if isASCIIDigit { return Int(self) - 48 }
        let lower = self | 0x20
        return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "f") ? Int(lower) - 87 : nil
    }
}
