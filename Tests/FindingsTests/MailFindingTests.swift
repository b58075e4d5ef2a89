import Blobs
import Findings
import Testing

@Suite struct MailFindingTests {
    /// Most findings are not in mail: what they may pay is a reference.
    @Test func aFindingTakesNoRoomForMail() {
        let finding = MemoryLayout<Finding>.self
        let expected = MemoryLayout<SizeWithoutMail>.stride + MemoryLayout<MailOrigin?>.size
        #expect(finding.stride <= expected)
        #expect(MemoryLayout<Provenance.Step>.size <= 9)
    }

    /// The members of a finding as they were before there was mail.
    private struct SizeWithoutMail {
        let rule: RuleSummary
        let (severity, verdict): (UInt8, UInt8)
        let score: Float
        let provenance: Provenance
        let location: Location
        let secret: Secret
        let prefixLength: Int
        let reason: String
        let (details, related): ([Finding.Detail], [Finding.Related])
        let publicKey: PublicKeyDigest?
        let line: Place.Line
        let ordinal: Int
        let (history, suppression): (MailOrigin?, MailOrigin?)
    }
}
