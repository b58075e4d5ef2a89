import Testing

extension EndToEndTests {
    /// Case 20 and the memory bound: large stores take no more handles and memory than small ones.
    @Suite struct StoreLimitTests {
        @Test func fewDescriptorsAreEnoughForManyPacks() throws {
            let tokens = (1...60).map { Sample.token($0) }
            let steps = tokens.enumerated().map {
                "put f\($0) '\($1)'; git add .; git commit -q -m \($0); git repack -qd"
            }
            let fixture = try GitFixture(steps.joined(separator: "\n"))
            #expect(try fixture.run("ls .git/objects/pack/*.pack | wc -l").contains("60"))
            let reference = try fixture.scan("-j", "1")
            #expect(reference.code == 1 && reference.secrets == Set(tokens), "\(reference)")
            let limited = try fixture.scan(.keyhound("git", "-j", "4").with { $0.prelude = "ulimit -n 32" })
            #expect(
                JSONReport.withoutRun(limited.bytes) == JSONReport.withoutRun(reference.bytes), "\(limited.outcome)")
        }

        /// Blobs that do not fit are read in pieces; the secret stands behind what fits.
        @Test func largeBlobsTakeLittleMemory() throws {
            let (loose, packed) = (Sample.token(70), Sample.token(71))
            let megabytes = Environment.size(100, full: 600)
            let fixture = try GitFixture(
                """
                big() { yes 'a line of no meaning at all' | head -c \(megabytes)000000; printf '\\n%s\\n' "$1"; }
                git config core.bigFileThreshold 1g; git config core.compression 1
                big '\(packed)' >packed.txt; commit packed; git repack -adq --window=0
                big '\(loose)' >loose.txt; commit loose; rm loose.txt packed.txt; commit gone
                """)
            let report = try fixture.scan(.keyhound("git", "-j", "2").with { $0.measuresMemory = true })
            #expect(report.code == 1, "\(report)")
            #expect(report.places(of: packed).first?.hasPrefix("packed.txt:") == true, "\(report)")
            #expect(report.places(of: loose).first?.hasPrefix("loose.txt:") == true, "\(report)")
            #expect(report.outcome.peakMemory ?? 0 <= 256 << 20, "\(report.outcome.peakMemory ?? 0)")
        }
    }
}
