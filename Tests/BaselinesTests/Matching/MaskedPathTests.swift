import Blobs
import Testing

@testable import Baselines

@Suite struct MaskedPathTests {
    @Test(arguments: [
        ("a/b", "a/b"), ("[redacted]", "anything"), ("a/[redacted]/b", "a/x/b"), ("a/[redacted]", "a/"),
        ("[redacted]/b", "x/y/b"), ("a[redacted]b[redacted]c", "a1b2c"), ("a[redacted]b[redacted]b", "abbb"),
        ("[redacted][redacted]", ""), ("a[redacted]b", "ab"),
    ])
    func whatWasMaskedMatches(masked: String, path: String) {
        #expect(MaskedPath(RawPath(masked)).matches(RawPath(path)))
    }

    @Test(arguments: [
        ("a/b", "a/c"), ("a/b", "a/bb"), ("a/[redacted]/b", "a/b"), ("a/[redacted]", "b/x"), ("[redacted]/b", "x/c"),
        ("a[redacted]b[redacted]c", "a1c"), ("ab[redacted]b", "ab"), ("a[redacted]x[redacted]a", "axx"),
    ])
    func otherPathsDoNot(masked: String, path: String) {
        #expect(!MaskedPath(RawPath(masked)).matches(RawPath(path)))
    }
}
