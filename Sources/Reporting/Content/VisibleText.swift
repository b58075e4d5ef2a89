/// Which characters may reach a terminal or a CI log as they are.
///
/// Everything else can move the cursor, reverse the line, hide, or look like nothing: controls, format characters
/// (bidirectional overrides, zero-width joiners, tags), line and paragraph separators.
enum VisibleText {
    static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value >= 0x20 }
        if scalar.value < 0xA0 { return false }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return false
        default: return !properties.isDefaultIgnorableCodePoint && !properties.isNoncharacterCodePoint
        }
    }
}
