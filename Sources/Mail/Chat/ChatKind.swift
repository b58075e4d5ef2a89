/// A form in which programs export chats as JSON.
public enum ChatKind: Sendable, Hashable, CaseIterable {
    /// A file of a Slack export, one for each channel and day: an array of messages (Slack's help article "How to read
    /// Slack data exports", and the reference of its message events). Answers of `conversations.history`, which have
    /// the messages in an object, are read too.
    case slack

    /// Messages of Microsoft Teams, as Microsoft Graph gives them: resources of the type `chatMessage`, alone, in an
    /// array, or in the `value` of an answer.
    case teams
}
