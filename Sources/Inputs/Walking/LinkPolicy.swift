/// What happens when a name to be opened is a symbolic link.
public enum LinkPolicy: Hashable, Sendable {
    /// It is refused. Links further up cannot occur: every name is opened relative to its own folder.
    case refuse

    /// Its target is opened. For names that the user spelled out, and for `--follow`.
    case follow
}
