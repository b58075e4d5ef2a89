/// Providers at which anybody can have an address.
enum WebmailProviders {
    /// - Parameter domain: in lower case.
    static func contains(_ domain: String) -> Bool {
        if domains.contains(domain) { return true }
        // Providers with a domain in many countries, such as `yahoo.co.uk`.
        let labels = domain.split(separator: ".")
        guard labels.count == 2 || labels.count == 3, let name = labels.first else { return false }
        return names.contains(String(name)) && labels.dropFirst().allSatisfy { $0.utf8.count <= 3 }
    }

    private static let names: Set<String> = ["yahoo", "hotmail", "live", "outlook", "gmx", "yandex", "ymail"]

    private static let domains: Set<String> = [
        "gmail.com", "googlemail.com", "msn.com", "passport.com", "rocketmail.com", "aol.com", "aim.com", "icloud.com",
        "me.com", "mac.com", "proton.me", "protonmail.com", "protonmail.ch", "pm.me", "tutanota.com", "tuta.io",
        "tuta.com", "fastmail.com", "fastmail.fm", "hey.com", "zoho.com", "zohomail.com", "mail.com", "email.com",
        "web.de", "t-online.de", "freenet.de", "posteo.de", "mailbox.org", "free.fr", "orange.fr", "laposte.net",
        "wanadoo.fr", "sfr.fr", "libero.it", "virgilio.it", "mail.ru", "bk.ru", "inbox.ru", "list.ru", "rambler.ru",
        "ya.ru", "qq.com", "foxmail.com", "163.com", "126.com", "yeah.net", "sina.com", "naver.com", "hanmail.net",
        "daum.net", "uol.com.br", "bol.com.br", "terra.com.br", "wp.pl", "o2.pl", "interia.pl", "onet.pl", "seznam.cz",
        "comcast.net", "verizon.net", "att.net", "sbcglobal.net", "btinternet.com", "rediffmail.com", "mailinator.com",
    ]
}
