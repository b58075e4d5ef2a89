import Testing

/// The built program, run as its users run it. One test after the other: they share two processors, and some lower
/// limits or send signals.
///
/// `KEYHOUND_BINARY` names another program to test, such as a release build; `KEYHOUND_FULL=1` runs the full
/// sizes, for the night.
@Suite(.serialized) enum EndToEndTests {}
