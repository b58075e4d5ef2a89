/// Contents behind each other. Where one of them fails the others are given still, and the error at the end.
final class JoinedContent: PartContent {
    private let parts: [any PartContent]
    private var index = 0
    private var failure: OutlookError?

    init(_ parts: [any PartContent]) { self.parts = parts }

    var size: Int? {
        var sum = 0
        for part in parts {
            guard let size = part.size else { return nil }
            sum = sum &+ size
        }
        return sum
    }

    func next() throws(OutlookError) -> [UInt8]? {
        while index < parts.count {
            do throws(OutlookError) {
                if let piece = try parts[index].next() { return piece }
            } catch {
                if error.isFinal { throw error }
                if failure == nil { failure = error }
            }
            index += 1
        }
        if let failure {
            self.failure = nil
            throw failure
        }
        return nil
    }
}
