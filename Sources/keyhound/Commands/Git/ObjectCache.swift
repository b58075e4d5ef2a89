import Blobs
import Crypto
import Findings
import GitObjects
import Pipeline
import ScanCache

/// The cache of `--cache FILE`: what earlier runs found nothing in need not be read again.
///
/// It is a help and no more: where it cannot be used, the scan goes on without it, and says so.
struct ObjectCache {
    /// What is known, for the settings of a run.
    let known: KnownObjects

    private let cache: ScanCache
    private let path: RawPath
    private let isQuiet: Bool

    /// - Parameter rulesSHA256: of the effective rules. What judges is part of the program, which counts too.
    /// - Returns: `nil` if the cache cannot be used.
    init?(path: RawPath, rulesSHA256: String, format: ObjectFormat, isQuiet: Bool) {
        self.path = path
        self.isQuiet = isQuiet
        do throws(ScanCacheError) {
            cache = try ScanCache(path: path, rules: Self.key(rulesSHA256), idLength: format.idLength)
            known = try cache.load()
        } catch {
            Self.tell(path, "\(error): scanning without it", isQuiet: isQuiet)
            return nil
        }
        if known.damagedSegments > 0 {
            Self.tell(path, "\(known.damagedSegments) damaged parts: their objects are scanned again", isQuiet: isQuiet)
        }
    }

    /// Remembers what a run found nothing in.
    func add(_ result: RunResult) {
        guard !result.clean.isEmpty else { return }
        do throws(ScanCacheError) {
            try cache.add(result.clean)
        } catch {
            Self.tell(path, "\(error): nothing was added", isQuiet: isQuiet)
        }
    }

    /// A hash of everything that decides what is found: the rules, and the program with its proofs and its model.
    private static func key(_ rulesSHA256: String) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: Array(rulesSHA256.utf8))
        do {
            try SmallFile.forEachPiece(of: RawPath("/proc/self/exe"), limit: .max) { hash.update(data: $0) }
        } catch {
            // Without a look at the program the version has to do, and the moment: nothing is taken from other runs.
            hash.update(data: Array("\(Keyhound.version) \(SystemClock.monotonicSeconds())".utf8))
        }
        return Array(hash.finalize())
    }

    private static func tell(_ path: RawPath, _ text: String, isQuiet: Bool) {
        if !isQuiet { StandardStreams.writeError("keyhound: cache \(path.lossyText): \(text)\n") }
    }
}
