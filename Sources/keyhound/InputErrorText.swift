import Findings
import Inputs
import Pipeline

/// Words for an input that the user named and that cannot be had.
enum InputErrorText {
    static func text(_ error: InputError) -> String {
        let (reason, note) = SkipReason.explaining(error)
        if error == .vanished { return "no such file or folder" }
        return note.isEmpty ? reason.explanation : note
    }
}
