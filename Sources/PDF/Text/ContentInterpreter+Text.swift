/// The operators of text (ISO 32000-2, 9.3 and 9.4).
extension ContentInterpreter {
    mutating func apply(_ operation: ContentOperator, _ operands: [PDFObject]) throws(PDFError) {
        let first = operands.first?.number
        switch operation {
        case .save, .restore, .paint, .beginImage: break
        case .concatenate: if let matrix = Matrix(operands) { state.matrix = matrix.then(state.matrix) }
        case .beginText: (textMatrix, lineMatrix) = (.identity, .identity)
        case .font:
            guard operands.count >= 2, let name = operands[0].nameValue, let size = operands[1].number else { return }
            state.font = try font(named: name)
            state.size = size
        case .parameters:
            guard let name = operands.first?.nameValue, let (font, size) = try font(inParameters: name) else { return }
            state.font = font
            state.size = size
        case .characterSpacing: state.characterSpacing = first ?? state.characterSpacing
        case .wordSpacing: state.wordSpacing = first ?? state.wordSpacing
        case .scaling: state.scaling = (first ?? 100) / 100
        case .leading: state.leading = first ?? state.leading
        case .rise: state.rise = first ?? state.rise
        case .move, .moveAndLead:
            guard operands.count >= 2, let x = first, let y = operands[1].number else { return }
            if operation == .moveAndLead { state.leading = -y }
            move(x, y)
        case .matrix:
            guard let matrix = Matrix(operands) else { return }
            (textMatrix, lineMatrix) = (matrix, matrix)
        case .nextLine: move(0, -state.leading)
        case .show: if let string = operands.last?.stringBytes { show(string) }
        case .showPieces: for piece in operands.last?.elements ?? [] { show(piece: piece) }
        case .showOnNextLine:
            move(0, -state.leading)
            if let string = operands.last?.stringBytes { show(string) }
        case .showSpacedOnNextLine:
            guard operands.count >= 3 else { return }
            state.wordSpacing = first ?? state.wordSpacing
            state.characterSpacing = operands[1].number ?? state.characterSpacing
            move(0, -state.leading)
            if let string = operands[2].stringBytes { show(string) }
        }
    }

    /// A string, or a step back in thousandths.
    private mutating func show(piece: PDFObject) {
        if let string = piece.stringBytes {
            show(string)
        } else if let step = piece.number {
            advance(-step / 1000 * state.size * state.scaling)
        }
    }

    private mutating func move(_ x: Double, _ y: Double) {
        lineMatrix = Matrix(e: x, f: y).then(lineMatrix)
        textMatrix = lineMatrix
    }
}
