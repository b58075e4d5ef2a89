import Blobs
import Findings
import Inputs
import Pipeline
import Synchronization

/// What to scan, in the user's order: named targets, then those of a list.
struct TargetPlan {
    /// What the user named, for the report.
    let names: [RawPath]
    let selection: Selection

    private let stream: TargetStream

    /// - Throws: `Refusal` for targets that are missing or are neither file nor folder, and for bad patterns.
    init(_ options: TargetOptions) throws {
        var arguments = RawArguments()
        let paths = options.paths.map { arguments.path($0) }
        guard !paths.isEmpty || options.filesFrom != nil else {
            throw Refusal("nothing to scan: name files or folders, - for standard input, or --files-from FILE")
        }
        for path in paths where path.bytes != Array("-".utf8) { try Self.check(path) }
        let usesStandardInput = paths.contains { $0.bytes == Array("-".utf8) }
        if usesStandardInput, options.filesFrom == "-" {
            throw Refusal("standard input cannot be both content and a list of paths")
        }
        names = paths
        selection = Selection(
            including: try options.include.map(Self.glob), excluding: try options.exclude.map(Self.glob))
        stream = TargetStream(
            paths.map { $0.bytes == Array("-".utf8) ? .standardInput : .path($0) },
            list: try options.filesFrom.map { try PathList($0, isNullSeparated: options.isNullSeparated) })
    }

    var nextTarget: @Sendable () -> Target? { { [stream] in stream.next() } }

    /// Why the list of paths could not be read to its end; `nil` if it was. Known after the run.
    var failure: Diagnostic? { stream.failure }

    private static func check(_ path: RawPath) throws {
        let kind: EntryKind
        do throws(InputError) {
            kind = try FileFacts(path: path).kind
        } catch {
            throw Refusal("\(path.lossyText): \(InputErrorText.text(error))")
        }
        guard kind == .regular || kind == .directory else {
            throw Refusal("\(path.lossyText): \(SkipReason.skipReason(of: kind).explanation)")
        }
    }

    private static func glob(_ text: String) throws -> Glob {
        do throws(InputError) {
            return try Glob(text)
        } catch {
            throw Refusal("pattern \(text): \(InputErrorText.text(error))")
        }
    }
}
