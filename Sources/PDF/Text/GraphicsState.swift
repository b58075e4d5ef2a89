/// What a string is shown with (ISO 32000-2, 8.4 and 9.3).
struct GraphicsState {
    var matrix = Matrix.identity
    var font: Font?
    var size = 0.0
    var characterSpacing = 0.0
    var wordSpacing = 0.0

    /// 1 is normal width.
    var scaling = 1.0

    var leading = 0.0
    var rise = 0.0
}
