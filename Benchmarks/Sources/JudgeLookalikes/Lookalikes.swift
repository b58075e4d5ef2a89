import Foundation
import Scoring

/// Judges the records of a file that `lookalikes.py` wrote, and prints a table by kind and source.
enum Lookalikes {
    static let kinds = ["run", "path", "identifier", "words", "camel", "hex", "slice", "tail"]

    struct Count {
        var all = 0, alone = 0, beside = 0
    }

    static func measure(path: String, listing: Bool) throws {
        let file = [UInt8](try Data(contentsOf: URL(filePath: path)))
        guard file.starts(with: "KHLA2\n".utf8) else { throw Failure.badFile }
        var counts: [String: Count] = [:]
        var reasons: [SecretKeyObjection: Int] = [:]
        var elapsed = Duration.zero
        let clock = ContinuousClock()
        var at = 6
        while at < file.count {
            let kind = kinds[Int(file[at])], nameLength = Int(file[at + 1])
            let name = String(decoding: file[at + 2..<at + 2 + nameLength], as: UTF8.self)
            at += 2 + nameLength
            let size = Int(file[at]) | Int(file[at + 1]) << 8
            let start = Int(file[at + 2]) | Int(file[at + 3]) << 8
            let window = Array(file[at + 4..<at + 4 + size])
            at += 4 + size
            let before = clock.now
            let judgement = SecretKeyJudge.judge(window.span, candidate: start..<start + 40)
            elapsed += clock.now - before
            if let objection = judgement.objection { reasons[objection, default: 0] += 1 }
            for row in ["\(kind) \(name)", "\(kind) (all)", "(all)"] {
                counts[row, default: Count()].all += 1
                if judgement.passesAlone { counts[row, default: Count()].alone += 1 }
                if judgement.passesBesideKeyword { counts[row, default: Count()].beside += 1 }
            }
            if listing, judgement.passesAlone {
                print("\(kind) \(name) margin \(judgement.margin): \(masked(window, start))")
            }
        }
        print(
            "look-alikes: \(path.split(separator: "/").last ?? ""), "
                + "\(elapsed / counts["(all)", default: Count(all: 1)].all) each"
        )
        for (row, count) in counts.sorted(by: { $0.key < $1.key }) {
            print(
                "  \(row): alone \(Share(count.alone, of: count.all)); "
                    + "beside a keyword \(Share(count.beside, of: count.all))"
            )
        }
        for (reason, n) in reasons.sorted(by: { $0.key.rawValue < $1.key.rawValue }) { print("  \(reason): \(n)") }
    }

    /// The window in one line, with the middle 32 bytes of the candidate hidden.
    private static func masked(_ window: [UInt8], _ start: Int) -> String {
        var text = window
        for i in start + 4..<start + 36 { text[i] = UInt8(ascii: "*") }
        return String(decoding: text, as: UTF8.self).debugDescription
    }
}
