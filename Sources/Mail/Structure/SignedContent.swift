/// Gets what is signed out of Cryptographic Message Syntax (RFC 5652, section 5), as it comes: the octet strings of its
/// content, in definite or indefinite lengths (X.690, section 8).
struct SignedContent {
    private enum Stage {
        /// In front of the type of the content.
        case outside

        /// Behind it: octet strings follow.
        case content
        case done
    }

    /// 1.2.840.113549.1.7, of which 2 is signed data.
    private static let arc: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07]

    private var stage = Stage.outside
    private var isSignedSeen = false

    /// Bytes of the element in hand that are still to come, and whether they are content.
    private var remaining = 0
    private var isGiven = false

    /// A start of an element that is not whole yet.
    private var pending: [UInt8] = []

    /// Whether bytes begin signed data.
    static func isSigned(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        while index + 9 <= min(bytes.count, 40) {
            if bytes[index] == arc[0], arc.indices.allSatisfy({ bytes[index + $0] == arc[$0] }) {
                return bytes[index + 8] == 2
            }
            index += 1
        }
        return false
    }

    /// Appends what of the bytes is content.
    ///
    /// - Complexity: O(n).
    mutating func process(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout ByteBuffer) {
        var index = range.lowerBound
        while index < range.upperBound {
            if case .done = stage { return }
            if remaining > 0 {
                let count = min(remaining, range.upperBound - index)
                if isGiven { output.append(bytes, index..<index + count) }
                remaining -= count
                index += count
                continue
            }
            pending.append(bytes[index])
            index += 1
            readElement()
        }
    }

    /// Understands tag and length once they are whole; of an identifier of a type, the value too.
    private mutating func readElement() {
        guard pending.count >= 2 else { return }
        let tag = pending[0]
        let first = pending[1]
        var length = Int(first)
        var headCount = 2
        if first == 0x80 {
            length = 0
        } else if first > 0x80 {
            let count = Int(first & 0x7F)
            guard count <= 6 else { return stage = .done }
            headCount += count
            guard pending.count >= headCount else { return }
            length = pending[2..<headCount].reduce(0) { $0 << 8 | Int($1) }
        }
        if tag == 0x06, case .outside = stage {
            guard length <= 64 else { return stage = .done }
            guard pending.count >= headCount + length else { return }
            noteType(pending[headCount...])
            pending.removeAll(keepingCapacity: true)
            return
        }
        pending.removeAll(keepingCapacity: true)
        let isConstructed = tag & 0x20 != 0
        switch stage {
        case .outside:
            // Sequences and tagged elements are entered; sets of algorithms and numbers are passed over.
            if isConstructed, tag != 0x31 || first == 0x80 { return }
            remaining = length
            isGiven = false
        case .content:
            if tag == 0x04 {
                remaining = length
                isGiven = true
            } else if tag != 0x24, tag != 0xA0, tag != 0x00 {
                stage = .done
            }
        case .done: break
        }
    }

    private mutating func noteType(_ value: ArraySlice<UInt8>) {
        if !isSignedSeen {
            isSignedSeen = value.starts(with: Self.arc)
        } else if value.starts(with: Self.arc) || value.count > 8 && value.starts(with: Self.arc.dropLast()) {
            stage = .content
        }
    }
}
