/// What folders of mailboxes are for, by the names that mail programs give them.
public enum MailFolders {
    /// Whether one of `folders` is for mail that the owner has sent.
    public static func holdsSent(_ folders: [String]) -> Bool {
        folders.contains { folder in
            let name = folder.lowercased()
            return sentNames.contains(name) || sentNames.contains(String(lastComponent(of: name)))
        }
    }

    private static func lastComponent(of name: String) -> Substring {
        name.split { $0 == "/" || $0 == "\\" || $0 == "." }.last ?? ""
    }

    private static let sentNames: Set<String> = [
        "sent", "sent items", "sent mail", "sent messages", "gesendet", "gesendete elemente", "gesendete objekte",
        "gesendete nachrichten", "envoyés", "messages envoyés", "éléments envoyés", "enviados", "elementos enviados",
        "mensajes enviados", "itens enviados", "inviata", "inviati", "posta inviata", "verzonden", "verzonden items",
        "skickat", "skickade objekt", "sendt", "sendte elementer", "lähetetyt", "wysłane", "elementy wysłane",
        "отправленные", "надіслані", "送信済み", "送信済みアイテム", "已发送", "已发送邮件", "寄件備份", "보낸편지함",
    ]
}
