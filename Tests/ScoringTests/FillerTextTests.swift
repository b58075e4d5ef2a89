import Testing

@testable import Scoring

@Suite struct FillerTextTests {
    private static func isFiller(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return FillerText.isFiller(bytes.span, 0..<bytes.count)
    }

    @Test(arguments: [
        "xxxxxxxxxxxxxxxxxxxx", "aaaaaaa8Kq2LmZ0pWs4T", "abcdefgh8Kq2LmZ0pWs4", "12345678Kq2LmZ0pWs4T",
        "myExampleTokenGoesHere", "abababababababababab", "",
    ])
    func filledInByHand(text: String) {
        #expect(Self.isFiller(text))
    }

    /// One random text in some 100,000 may look filled in.
    @Test(arguments: ["0123456789abcdef", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"])
    func randomTextIsNot(alphabet: String) {
        var random = SeededGenerator(seed: 12)
        let fillers = (0..<20_000).filter { _ in Self.isFiller(random.characters(20, of: alphabet)) }
        #expect(fillers.count <= 4)
    }
}
