extension ContainerKind {
    /// Bytes that are enough to recognise every kind: ISO 9660 has its mark behind 16 sectors of 2,048 bytes.
    public static let signatureLength = 32_768 + 6

    /// The kind of container that begins with these bytes; `nil` if they begin none. Names play no role.
    ///
    /// Each signature is long or checked, so that text is not taken for a container.
    ///
    /// - Parameter first: the first bytes, `signatureLength` of them or all that there are.
    /// - Complexity: O(1).
    public static func detect(_ first: Span<UInt8>) -> ContainerKind? {
        guard first.count >= 4 else { return nil }
        // Most bytes begin no signature.
        switch first[0] {
        case 0x50: if isZip(first) { return .zip }
        case 0x1F: if first.begins([0x1F, 0x8B, 8]), first[3] & 0xE0 == 0 { return .gzip }  // RFC 1952
        case 0x42: if isBzip2(first) { return .bzip2 }
        case 0xFD: if first.begins([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]) { return .xz }
        case 0x28: if first.begins([0x28, 0xB5, 0x2F, 0xFD]) { return .zstd }  // RFC 8878
        case 0x04: if first.begins([0x04, 0x22, 0x4D, 0x18]) { return .lz4 }
        case 0x37: if first.begins([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) { return .sevenZip }
        case 0x52:
            if first.begins([0x52, 0x61, 0x72, 0x21, 0x1A, 7, 0]) { return .rar }
            if first.begins([0x52, 0x61, 0x72, 0x21, 0x1A, 7, 1, 0]) { return .rar5 }
        case 0x4D: if first.begins([0x4D, 0x53, 0x43, 0x46, 0, 0, 0, 0]) { return .cab }
        case 0xED: if first.begins([0xED, 0xAB, 0xEE, 0xDB]) { return .rpm }
        case 0x21: if first.begins([0x21, 0x3C, 0x61, 0x72, 0x63, 0x68, 0x3E, 0x0A]) { return .ar }
        case 0x30: if isCpio(first) { return .cpio }
        default: break
        }
        if TarHeader.isOne(first) { return .tar }
        return isISO(first) ? .iso : nil
    }

    /// A member's local header, or the end record of an archive without members (APPNOTE 4.3.7, 4.3.16).
    private static func isZip(_ first: Span<UInt8>) -> Bool {
        first.begins([0x50, 0x4B, 3, 4]) || ZipDirectory.isEndRecord(first, at: 0)
            || first.begins([0x50, 0x4B, 7, 8, 0x50, 0x4B, 3, 4])
    }

    /// `BZh`, the size of a block, and the mark of a block or of the end.
    private static func isBzip2(_ first: Span<UInt8>) -> Bool {
        guard first.begins([0x42, 0x5A, 0x68]), (0x31...0x39).contains(first[3]) else { return false }
        return first.has([0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4)
            || first.has([0x17, 0x72, 0x45, 0x38, 0x50, 0x90], at: 4)
    }

    /// The two forms of cpio in ASCII, with all digits of the first header (cpio(5)).
    private static func isCpio(_ first: Span<UInt8>) -> Bool {
        if first.begins([0x30, 0x37, 0x30, 0x37, 0x30, 0x37]) {
            return first.count >= 76 && (6..<76).allSatisfy { (0x30...0x37).contains(first[$0]) }
        }
        guard first.begins([0x30, 0x37, 0x30, 0x37, 0x30]), first.count >= 110, first[5] == 0x31 || first[5] == 0x32
        else {
            return false
        }
        return (6..<110).allSatisfy { index in
            let byte = first[index]
            return (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
        }
    }

    /// A volume descriptor in the 17th sector (ECMA-119, 8.1).
    private static func isISO(_ first: Span<UInt8>) -> Bool {
        guard first.count >= signatureLength, first[32_769] == 0x43 else { return false }
        return first.has([0x43, 0x44, 0x30, 0x30, 0x31], at: 32_769)
    }
}
