/// A place in a text, told by the way that leads to it, so that it is known before what lies in front of that way is.
struct RelativePlace {
    /// What lies between the start of the way and the place.
    let way: TextStretch

    /// Whether an LF follows.
    let isBeforeFeed: Bool
}
