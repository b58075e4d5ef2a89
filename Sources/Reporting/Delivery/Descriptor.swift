import Glibc

/// A file descriptor with one owner, closed at the end of its life.
struct Descriptor: ~Copyable {
    let number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    deinit {
        // What must not be lost was synchronised before, and that call told of its errors.
        _ = close(number)
    }
}
