import CLiteralKernels

/// The 64 classes that the filter tells bytes apart by: enough for each letter, with both cases apart, and each
/// character that is frequent in names.
enum ByteClasses {
    /// The class of each byte value by its low seven bits. 0 is for all that is left.
    static let ofByte: [UInt8] = {
        var classes = [UInt8](repeating: 0, count: 128)
        var next: UInt8 = 1
        for byte in UInt8(ascii: "a")...UInt8(ascii: "z") { (classes[Int(byte)], next) = (next, next + 1) }
        for byte in UInt8(ascii: "A")...UInt8(ascii: "Z") { (classes[Int(byte)], next) = (next, next + 1) }
        // Digits in pairs.
        for digit in 0..<10 { classes[0x30 + digit] = next + UInt8(digit / 2) }
        next += 5
        for byte in "_-./ :".utf8 { (classes[Int(byte)], next) = (next, next + 1) }
        precondition(next <= KH_CLASSES, "more classes than the kernels know")
        return classes
    }()

    /// The share of each class among all bytes.
    static let shares: [Double] = {
        var shares = [Double](repeating: 0, count: KH_CLASSES)
        for byte in UInt8(0)..<128 { shares[Int(ofByte[Int(byte)])] += ByteFrequency.share(of: byte) }
        return shares
    }()

    /// The bit of the class of a byte value.
    static func mask(of byte: UInt8) -> UInt64 { 1 << UInt64(ofByte[Int(byte & 0x7F)]) }
}
