import Blobs
import GitObjects
import Inputs
import Pipeline

/// What git tells its hooks on standard input.
///
/// Format: git's Documentation/githooks, pre-push and pre-receive.
enum HookInput {
    private static let sizeLimit = 64 << 20

    /// `<local ref> <local object> <remote ref> <remote object>`, one push a line.
    ///
    /// - Throws: `Refusal` for anything else.
    static func pushedReferences(format: ObjectFormat) throws -> [PushedReference] {
        try lines(ofFields: 4).map { fields in
            PushedReference(
                name: fields[2], new: try id(fields[1], format), old: try id(fields[3], format))
        }
    }

    /// `<old object> <new object> <ref>`, one reference a line.
    ///
    /// - Throws: `Refusal` for anything else.
    static func receivedReferences(format: ObjectFormat) throws -> [PushedReference] {
        try lines(ofFields: 3).map { fields in
            PushedReference(name: fields[2], new: try id(fields[1], format), old: try id(fields[0], format))
        }
    }

    private static func lines(ofFields count: Int) throws -> [[[UInt8]]] {
        try bytes().split(separator: UInt8(ascii: "\n")).map { line in
            let fields = line.split(separator: UInt8(ascii: " "), maxSplits: count - 1).map(Array.init)
            guard fields.count == count else { throw refusal }
            return fields
        }
    }

    private static func id(_ digits: [UInt8], _ format: ObjectFormat) throws -> ObjectID {
        guard let id = ObjectID(hex: digits.span), id.format == format else { throw refusal }
        return id
    }

    private static var refusal: Refusal {
        Refusal("standard input is not what git tells this hook: run it from a hook (`keyhound hook install`)")
    }

    private static func bytes() throws -> [UInt8] {
        do throws(InputError) {
            var input = try StandardInput(shouldStop: { Signals.stop.reason != nil })
            var all: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 64 << 10)
            do throws(ByteSourceError) {
                while all.count < sizeLimit {
                    var span = buffer.mutableSpan
                    let count = try input.read(into: &span, at: all.count)
                    if count == 0 { break }
                    all += buffer[..<count]
                }
            } catch {
                throw InputError.failed(errorNumber: error.errorNumber)
            }
            return all
        } catch {
            throw Refusal("standard input: \(InputErrorText.text(error))")
        }
    }
}
