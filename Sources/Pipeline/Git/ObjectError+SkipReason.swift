import Blobs
import Findings
import GitObjects
import Inputs

extension ObjectError {
    /// The reason that an object is reported under which cannot be read.
    var reason: SkipReason {
        switch self {
        case .missing: .missingObjects
        case .corrupt: .corrupt
        case .tooLarge: .memory
        case .unreadable(let error): SkipReason.explaining(error).reason
        }
    }

    /// What is to be added.
    var note: String {
        switch self {
        case .missing: ""
        case .corrupt(let what): what
        case .tooLarge(let size): "\(size) bytes, with what it is a delta to"
        case .unreadable(let error): SkipReason.explaining(error).note
        }
    }
}

extension Diagnostic {
    init(_ problem: StoreProblem) {
        let (reason, note) = problem.skip
        self.init(reason: reason, provenance: Provenance(.file(problem.path)), note: note)
    }
}

extension StoreProblem {
    /// The reason that a part of a store is reported under, and what is to be added.
    fileprivate var skip: (reason: SkipReason, note: String) {
        switch reason {
        case .tooManyAlternates(let limit): (.missingObjects, "more than \(limit) alternates: others were not followed")
        case .alternatesTooDeep(let limit): (.missingObjects, "alternates of alternates, more than \(limit) deep")
        case .alternatesLoop: (.corrupt, "the alternates lead in a circle")
        case .noStore: (.missingObjects, "an alternate that holds no objects")
        case .symbolicLink: (.corrupt, "a symbolic link in the store is not followed")
        case .packWithoutIndex: (.corrupt, "a pack without an index")
        case .indexWithoutPack: (.missingObjects, "an index without its pack")
        case .unreadable(.vanished): (.missingObjects, "it is not there")
        case .unreadable(let error): SkipReason.explaining(error)
        case .corrupt(let what): (.corrupt, what)
        }
    }
}
