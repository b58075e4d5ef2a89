import Inputs

/// Why an object could not be read.
public enum ObjectError: Error, Hashable, Sendable {
    /// No place of the store has it.
    case missing

    /// What is there is not what should be. One clause that says what is wrong, without content of the object.
    case corrupt(String)

    /// Reading it would take more memory than may be used. `size` in bytes, as far as it is known.
    case tooLarge(size: Int)

    /// Its file cannot be opened.
    case unreadable(InputError)
}
