/// What stands in a file side by side.
enum OutlookItem {
    case message(OutlookMessage)

    /// Bytes without a message, such as a block in unused space.
    case fragment(any PartContent, offset: Int)
}
