import Glibc

/// A file descriptor with one owner, closed at the end of its life.
struct Descriptor: ~Copyable {
    let number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    /// Gives the number to an owner that closes it itself.
    consuming func release() -> Int32 {
        let number = number
        discard self
        return number
    }

    deinit {
        // Nothing was written through it, so a failing close loses nothing; Linux frees the number even on EINTR.
        _ = close(number)
    }
}
