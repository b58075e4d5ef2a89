/// The 512 bytes in front of a member of a tar archive (POSIX pax, ustar Interchange Format).
enum TarHeader {
    private static let size = 512
    private static let checksum = 148..<156

    /// Whether the bytes begin with a header: its checksum, the sum of all bytes with blanks in place of itself, is
    /// right. That holds for the oldest form too, which has no mark.
    static func isOne(_ bytes: Span<UInt8>) -> Bool {
        // A NUL and a blank behind six octal digits, in either order: no text has a NUL.
        guard bytes.count >= size, bytes[154] == 0 || bytes[155] == 0, bytes[0] != 0,
            let stated = octal(bytes, checksum)
        else { return false }
        var (unsigned, signed) = (0, 0)
        for index in 0..<size {
            let byte = checksum.contains(index) ? 0x20 : bytes[index]
            unsigned += Int(byte)
            signed += Int(Int8(bitPattern: byte))
        }
        // Some old programs have summed signed bytes.
        return stated == unsigned || stated == signed
    }

    /// Bytes of the member's content; `nil` where another way of writing them than octal digits is used.
    static func size(_ bytes: Span<UInt8>) -> Int? { octal(bytes, 124..<136) }

    /// The number in a field; `nil` when there is none.
    private static func octal(_ bytes: Span<UInt8>, _ field: Range<Int>) -> Int? {
        var (value, digits) = (0, 0)
        for index in field {
            switch bytes[index] {
            case 0x30...0x37:
                value = value * 8 + Int(bytes[index] - 0x30)
                digits += 1
            case 0x20 where digits == 0: continue
            case 0, 0x20: return digits > 0 ? value : nil
            default: return nil
            }
        }
        return value
    }
}
