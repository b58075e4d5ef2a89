/// Renders HTML as text, and gives apart what a reader does not see.
///
/// A machine of states without a tree (HTML Living Standard, section 13.2.5, as far as text needs it): inline tags
/// and comments vanish, so that a word that is cut by them is whole; blocks and `br` break the line, cells are set
/// apart by tabs. Outside of `pre`, white space with a line break in it is one space.
struct HTMLText {
    private enum State {
        case text
        case tag

        /// In a tag, between attributes; behind the `=` of one; in a value that ends with a quote or a blank.
        case attributes
        case beforeValue
        case value(quote: UInt8)
        case comment

        /// `<!…>` and `<?…>`.
        case declaration

        /// The content of an element that is no text, until its end tag.
        case hidden
    }

    private let isUTF8: Bool
    private var state = State.text
    private var tag = HTMLTag()

    /// The element whose content is hidden.
    private var hidden = HTMLTag()
    private var depthOfPre = 0

    /// The byte that was written last, over all pieces: a line feed at the start.
    private var last: UInt8 = 0x0A

    /// Whether white space with a line break was met, and is a space if text follows.
    private var owesSpace = false

    init(isUTF8: Bool = true) {
        self.isUTF8 = isUTF8
    }

    /// - Returns: how many bytes were taken.
    /// - Complexity: O(n).
    mutating func process(
        _ bytes: Span<UInt8>, _ range: Range<Int>, isLast: Bool, into output: inout ByteBuffer,
        markup: inout ByteBuffer
    ) -> Int {
        var index = range.lowerBound
        let end = range.upperBound
        while index < end {
            let start = index
            switch state {
            case .text: index = text(bytes, index..<end, isLast: isLast, into: &output)
            case .tag: index = tagName(bytes, index..<end, isLast: isLast, into: &output)
            case .attributes: index = attributes(bytes, index..<end)
            case .beforeValue: index = beforeValue(bytes, index..<end)
            case .value(let quote): index = value(bytes, index..<end, quote, isLast: isLast, into: &markup)
            case .comment: index = comment(bytes, index..<end, isLast: isLast, into: &markup)
            case .declaration:
                index = bytes.firstIndex(of: 0x3E, in: index..<end)
                if index < end {
                    index += 1
                    state = .text
                }
            case .hidden: index = hiddenText(bytes, index..<end, isLast: isLast, into: &markup)
            }
            if index == start {
                if case .text = state, !isLast { break }
                // A change of state takes nothing; what waits for more does not change it.
                if isWaiting { break }
            }
        }
        return index - range.lowerBound
    }

    /// Whether the last step could not tell what it saw.
    private var isWaiting = false

    private mutating func text(
        _ bytes: Span<UInt8>, _ range: Range<Int>, isLast: Bool, into output: inout ByteBuffer
    ) -> Int {
        isWaiting = false
        let end = range.upperBound
        let index = bytes.firstIndex(of: 0x3C, or: 0x26, orHighIn: range)
        if index > range.lowerBound { write(bytes, range.lowerBound..<index, into: &output) }
        guard index < end else { return index }
        let byte = bytes[index]
        if byte == 0x3C {
            guard end - index >= 4 || isLast else { return wait(at: index) }
            return markupStart(bytes, index..<end, into: &output)
        }
        if byte == 0x26 {
            guard end - index >= HTMLEntities.longest || isLast else { return wait(at: index) }
            if let entity = HTMLEntities.read(bytes, index..<end) {
                write(scalar: entity.scalar, into: &output)
                return index + entity.length
            }
            write(byte, into: &output)
            return index + 1
        }
        guard isUTF8, byte == 0xC2 || byte == 0xCD || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF
        else {
            write(byte, into: &output)
            return index + 1
        }
        guard end - index >= 3 || isLast else { return wait(at: index) }
        let length = byte >= 0xE0 ? 3 : 2
        guard end - index >= length else {
            write(byte, into: &output)
            return index + 1
        }
        var scalar = UInt32(byte & (length == 3 ? 0x0F : 0x1F))
        for place in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + place] & 0x3F) }
        if HTMLEntities.isInvisible(scalar) { return index + length }
        if HTMLEntities.isSpace(scalar) {
            write(0x20, into: &output)
        } else {
            for place in 0..<length { write(bytes[index + place], into: &output) }
        }
        return index + length
    }

    private mutating func wait(at index: Int) -> Int {
        isWaiting = true
        return index
    }

    /// What `<` begins.
    private mutating func markupStart(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout ByteBuffer) -> Int {
        let index = range.lowerBound
        let next: UInt8 = range.count > 1 ? bytes[index + 1] : 0
        let letter = next == 0x2F && range.count > 2 ? bytes[index + 2] : next
        if (letter | 0x20) >= 0x61, (letter | 0x20) <= 0x7A {
            tag = HTMLTag()
            tag.isEnd = next == 0x2F
            state = .tag
            return index + (tag.isEnd ? 2 : 1)
        }
        if bytes.hasText("<!--", at: index) {
            state = .comment
            return index + 4
        }
        if next == 0x21 || next == 0x3F || next == 0x2F && range.count > 2 {
            state = .declaration
            return index + 2
        }
        write(0x3C, into: &output)
        return index + 1
    }

    private mutating func tagName(
        _ bytes: Span<UInt8>, _ range: Range<Int>, isLast: Bool, into output: inout ByteBuffer
    ) -> Int {
        isWaiting = false
        var index = range.lowerBound
        while index < range.upperBound, bytes[index] > 0x20, bytes[index] != 0x3E, bytes[index] != 0x2F {
            tag.add(bytes[index])
            index += 1
        }
        guard index < range.upperBound else { return index }
        apply(into: &output)
        state = .attributes
        return index
    }

    /// What a tag does to the text.
    private mutating func apply(into output: inout ByteBuffer) {
        switch tag.effect {
        case .none: break
        case .lineBreak: write(0x0A, into: &output)
        case .block:
            owesSpace = false
            if last != 0x0A { write(0x0A, into: &output) }
        case .cell:
            owesSpace = false
            if !tag.isEnd, last != 0x0A { write(0x09, into: &output) }
        case .preformatted:
            owesSpace = false
            depthOfPre = max(0, depthOfPre + (tag.isEnd ? -1 : 1))
            if last != 0x0A { write(0x0A, into: &output) }
        case .hidden: break
        }
    }

    private mutating func attributes(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        isWaiting = false
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            index += 1
            if byte == 0x3E {
                if tag.effect == .hidden, !tag.isEnd {
                    hidden = tag
                    state = .hidden
                } else {
                    state = .text
                }
                return index
            }
            if byte == 0x3D {
                state = .beforeValue
                return index
            }
        }
        return index
    }

    private mutating func beforeValue(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        isWaiting = false
        var index = range.lowerBound
        while index < range.upperBound, bytes[index] <= 0x20 { index += 1 }
        guard index < range.upperBound else { return index }
        switch bytes[index] {
        case 0x22, 0x27:
            state = .value(quote: bytes[index])
            return index + 1
        case 0x3E:
            state = .attributes
            return index
        default:
            state = .value(quote: 0x20)
            return index
        }
    }

    private mutating func value(
        _ bytes: Span<UInt8>, _ range: Range<Int>, _ quote: UInt8, isLast: Bool, into markup: inout ByteBuffer
    ) -> Int {
        isWaiting = false
        var index = range.lowerBound
        let end = range.upperBound
        while index < end {
            let byte = bytes[index]
            if byte == quote || quote == 0x20 && (byte <= 0x20 || byte == 0x3E) {
                markup.append(0x0A)
                state = .attributes
                return quote == 0x20 ? index : index + 1
            }
            if byte == 0x26 {
                guard end - index >= HTMLEntities.longest || isLast else { return wait(at: index) }
                if let entity = HTMLEntities.read(bytes, index..<end) {
                    if HTMLEntities.isSpace(entity.scalar) {
                        markup.append(0x20)
                    } else if !HTMLEntities.isInvisible(entity.scalar) {
                        markup.append(scalar: entity.scalar)
                    }
                    index += entity.length
                    continue
                }
            }
            // URLs are often broken over lines, and values are one a line.
            if byte != 0x0A, byte != 0x0D { markup.append(byte) }
            index += 1
        }
        return index
    }

    private mutating func comment(
        _ bytes: Span<UInt8>, _ range: Range<Int>, isLast: Bool, into markup: inout ByteBuffer
    ) -> Int {
        isWaiting = false
        let index = bytes.firstIndex(of: 0x2D, in: range)
        markup.append(bytes, range.lowerBound..<index)
        guard index < range.upperBound else { return index }
        guard range.upperBound - index >= 3 || isLast else { return wait(at: index) }
        if bytes.hasText("-->", at: index), index + 3 <= range.upperBound {
            markup.append(0x0A)
            state = .text
            return index + 3
        }
        markup.append(0x2D)
        return index + 1
    }

    private mutating func hiddenText(
        _ bytes: Span<UInt8>, _ range: Range<Int>, isLast: Bool, into markup: inout ByteBuffer
    ) -> Int {
        isWaiting = false
        let index = bytes.firstIndex(of: 0x3C, in: range)
        markup.append(bytes, range.lowerBound..<index)
        guard index < range.upperBound else { return index }
        guard range.upperBound - index >= 12 || isLast else { return wait(at: index) }
        if index + 1 < range.upperBound, bytes[index + 1] == 0x2F {
            var name = HTMLTag()
            var place = index + 2
            while place < range.upperBound, place - index < 12, bytes[place].isAlphanumeric {
                name.add(bytes[place])
                place += 1
            }
            if name.code == hidden.code {
                markup.append(0x0A)
                tag = name
                tag.isEnd = true
                state = .attributes
                return place
            }
        }
        markup.append(0x3C)
        return index + 1
    }

    /// Writes text, with line breaks as white space.
    private mutating func write(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout ByteBuffer) {
        var index = range.lowerBound
        while index < range.upperBound {
            let end = bytes.firstIndex(of: 0x0A, in: index..<range.upperBound)
            if depthOfPre > 0 {
                let stop = min(end + 1, range.upperBound)
                output.append(bytes, index..<stop)
                last = bytes[stop - 1]
                index = stop
                continue
            }
            // Blanks behind a line break belong to the same white space.
            if owesSpace || last == 0x0A || last == 0x09 {
                while index < end, bytes[index].isBlank || bytes[index] == 0x0D { index += 1 }
            }
            var stop = end
            while stop > index, bytes[stop - 1] == 0x0D { stop -= 1 }
            if stop > index {
                paySpace(into: &output)
                output.append(bytes, index..<stop)
                last = bytes[stop - 1]
            }
            if end < range.upperBound { owesSpace = true }
            index = end + 1
        }
    }

    private mutating func write(_ byte: UInt8, into output: inout ByteBuffer) {
        if byte == 0x0A { owesSpace = false } else { paySpace(into: &output) }
        output.append(byte)
        last = byte
    }

    private mutating func write(scalar: UInt32, into output: inout ByteBuffer) {
        if HTMLEntities.isInvisible(scalar) { return }
        if HTMLEntities.isSpace(scalar) { return write(0x20, into: &output) }
        paySpace(into: &output)
        output.append(scalar: scalar)
        last = scalar < 0x80 ? UInt8(truncatingIfNeeded: scalar) : 0x80
    }

    private mutating func paySpace(into output: inout ByteBuffer) {
        guard owesSpace else { return }
        owesSpace = false
        guard last != 0x0A, last != 0x09, last != 0x20 else { return }
        output.append(0x20)
    }
}
