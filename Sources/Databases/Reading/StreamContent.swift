import Blobs

/// A value that is read in pieces; UTF-16 becomes UTF-8.
final class StreamContent: PartContent {
    /// Bytes that are decoded at once.
    private static let pieceSize = 32 << 10

    private let value: LargeValue
    private let budget: ReadingBudget
    private var decoder: WideTextDecoder?
    private var text: [UInt8] = []
    private var position = 0

    let size: Int?

    /// - Parameter decoder: for a text in another encoding.
    init(_ value: LargeValue, decoder: WideTextDecoder?, budget: ReadingBudget) {
        self.value = value
        self.budget = budget
        self.decoder = decoder
        size = decoder == nil ? value.size : nil
    }

    func read(into buffer: inout MutableSpan<UInt8>) throws(DatabaseError) -> Int {
        do throws(StepFailure) {
            guard decoder != nil else { return try spend(value.read(into: &buffer)) }
            if position == text.count { try decode() }
        } catch {
            throw error.error
        }
        let count = buffer.fill(from: text, position)
        position += count
        return count
    }

    private func decode() throws(StepFailure) {
        var stored = [UInt8](repeating: 0, count: Self.pieceSize)
        var span = stored.mutableSpan
        let count = try spend(value.read(into: &span))
        (text, position) = ([], 0)
        decoder?.decode(stored.span.extracting(0..<count), into: &text)
        if count == 0 { decoder?.finish(into: &text) }
    }

    private func spend(_ count: Int) throws(StepFailure) -> Int {
        do throws(DatabaseError) { try budget.spend(bytes: count) } catch { throw .final(error) }
        return count
    }
}
