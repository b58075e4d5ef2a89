import Findings
import Testing

@Suite struct ExitStatusTests {
    /// The table of exit statuses, from what happened to the code, for every combination.
    @Test(arguments: [0, 1, 7], [nil, Interruption.hangUp, .interrupt, .terminate])
    func table(findings: Int, interruption: Interruption?) {
        for isIncomplete in [false, true] {
            for isDelivered in [false, true] {
                let status = ExitStatus(
                    failingFindings: findings, isIncomplete: isIncomplete, isDelivered: isDelivered,
                    interruption: interruption)
                let expected: Int32 =
                    switch (isDelivered, interruption, isIncomplete, findings > 0) {
                    case (false, _, _, _): 5
                    case (true, .hangUp, _, _): 129
                    case (true, .interrupt, _, _): 130
                    case (true, .terminate, _, _): 143
                    case (true, nil, false, false): 0
                    case (true, nil, false, true): 1
                    case (true, nil, true, false): 3
                    case (true, nil, true, true): 4
                    }
                #expect(status.code == expected)
            }
        }
        #expect(ExitStatus.refused.code == 2)
    }
}
