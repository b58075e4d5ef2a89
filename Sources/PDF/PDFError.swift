/// Why a PDF file, or one part of it, cannot be read on. The texts hold nothing of the file.
public enum PDFError: Error, Hashable, Sendable {
    /// Another password than the empty one is needed.
    case encrypted

    /// It contradicts itself, or is cut.
    case damaged(String)

    /// A filter or an encryption that is not known here.
    case unsupported(String)

    /// libqpdf is not installed, and the file is encrypted, with an empty password perhaps.
    case unavailable

    case outOfMemory

    /// It expands to more than is allowed, or would cost out of proportion to its size.
    case limit

    /// The caller wanted no more.
    case stopped
}
