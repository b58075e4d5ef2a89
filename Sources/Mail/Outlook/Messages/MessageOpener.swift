/// Reads a message in a message when its turn comes.
protocol MessageOpener {
    func open() throws(OutlookError) -> OutlookMessage
}
