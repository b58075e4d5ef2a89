extension FileKind {
    /// What the AWS console offers for download, and what spreadsheets make of it.
    static let downloads: [FileKind] = [
        FileKind("rootkey.csv", "AWSAccessKeyId=<ID>\r\nAWSSecretKey=<SECRET>\r\n"),
        FileKind("rootkey.csv", "AWSAccessKeyId=<ID>\nAWSSecretKey=<SECRET>"),
        FileKind("rootkey.csv", "Access key ID,Secret access key\r\n<ID>,<SECRET>\r\n"),
        FileKind("rootkey.csv", "Access key ID,Secret access key\r\n<ID>,<SECRET>\r\n", encoding: .utf8WithMark),
        FileKind("rootkey (1).csv", "Access key ID,Secret access key\n<ID>,<SECRET>"),
        FileKind("rootkey.csv", "Access key ID,Secret access key\r<ID>,<SECRET>\r"),
        FileKind(
            "credentials.csv",
            "User name,Password,Access key ID,Secret access key,Console login link\r\n"
                + "alice,,<ID>,<SECRET>,https://123456789012.signin.aws.amazon.com/console\r\n"),
        FileKind(
            "credentials.csv",
            "User Name,Access Key Id,Secret Access Key\r\n\"alice\",<ID>,<SECRET>\r\n"),
        FileKind(
            "new_user_credentials.csv",
            "User name,Password,Access key ID,Secret access key,Console login link\r\n"
                + "bob,Pa55-w0rd!x,<ID>,<SECRET>,https://123456789012.signin.aws.amazon.com/console\r\n",
            encoding: .utf8WithMark),
        FileKind("alice_accessKeys.csv", "Access key ID,Secret access key\n<ID>,<SECRET>\n"),
        FileKind("alice_accessKeys.csv", "\"Access key ID\",\"Secret access key\"\r\n\"<ID>\",\"<SECRET>\"\r\n"),
        FileKind("alice_accessKeys.csv", "Access key ID;Secret access key\r\n<ID>;<SECRET>\r\n"),
        FileKind("alice_accessKeys.csv", "\"Access key ID\";\"Secret access key\"\n\"<ID>\";\"<SECRET>\"\n"),
        FileKind("alice_accessKeys.tsv", "Access key ID\tSecret access key\r\n<ID>\t<SECRET>\r\n"),
        FileKind("accessKeys.csv", "<ID>,<SECRET>"),
        FileKind("accessKeys.csv", "<ID>;<SECRET>\r\n", encoding: .utf8WithMark),
        FileKind("accessKeys.csv", "'<ID>','<SECRET>'\n"),
        FileKind("accessKeys.csv", "<ID>, <SECRET>\n"),
        FileKind(
            "Excel.csv", "Access key ID\tSecret access key\r\n<ID>\t<SECRET>\r\n", encoding: .utf16LittleWithMark),
        FileKind(
            "Excel.csv", "Access key ID,Secret access key\r\n<ID>,<SECRET>\r\n", encoding: .utf16BigWithMark),
        FileKind("Excel.csv", "Access key ID,Secret access key\r\n<ID>,<SECRET>\r\n", encoding: .utf16Little),
        FileKind(
            "users.csv",
            "Nom,Identifiant de clé,Clé d’accès secrète\r\nÉlodie,<ID>,<SECRET>\r\n"),
        FileKind("secret-first.csv", "Secret access key,Access key ID\r\n<SECRET>,<ID>\r\n"),
    ]
}
