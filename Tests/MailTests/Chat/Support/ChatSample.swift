/// Chats that tests make, in the forms of the providers' documentation.
enum ChatSample {
    static func slack(_ text: String, _ more: String = "", time: String = "1709629920.000100") -> String {
        "{\"type\":\"message\",\"user\":\"U012AB3CD\",\"text\":\"\(text)\",\"ts\":\"\(time)\"\(more)}"
    }

    /// Runs of one style each.
    static func blocks(_ runs: [String], kind: String = "rich_text_section") -> String {
        let elements = runs.enumerated().map { index, run in
            "{\"type\":\"text\",\"text\":\"\(run)\"" + (index % 2 == 1 ? ",\"style\":{\"bold\":true}}" : "}")
        }
        return ",\"blocks\":[{\"type\":\"rich_text\",\"block_id\":\"Vrz\",\"elements\":[{\"type\":\"\(kind)\","
            + "\"elements\":[\(elements.joined(separator: ","))]}]}]"
    }

    static let profile =
        ",\"user_profile\":{\"real_name\":\"Ann Smith\",\"display_name\":\"ann\",\"email\":\"Ann@corp.example\","
        + "\"image_72\":\"https:\\/\\/a.example\\/72.png\"}"

    static let slackFile =
        "[\n" + slack("first &lt;a&gt; <https://a.example/x?a=1&amp;b=2|here>", profile) + ",\n"
        + slack(
            "see \\u002b\\/ <@U1|bob>",
            blocks(["abc", "def", "ghi"]) + ",\"thread_ts\":\"1709629920.000100\","
                + "\"files\":[{\"id\":\"F1\",\"name\":\"k.csv\","
                + "\"url_private\":\"https:\\/\\/files.example\\/k?t=1\"}]",
            time: "1709629930.000200") + ",\n"
        + slack(
            "",
            ",\"subtype\":\"bot_message\",\"username\":\"ci\",\"attachments\":[{\"fallback\":\"fb\","
                + "\"fields\":[{\"title\":\"Key\",\"value\":\"v1\",\"short\":true}]}]", time: "1709629940.000300")
        + "\n]\n"

    static func teams(_ content: String, _ more: String = "", type: String = "html", id: String = "1616990032035")
        -> String
    {
        "{\"id\":\"\(id)\",\"replyToId\":null,\"etag\":\"1\",\"messageType\":\"message\","
            + "\"createdDateTime\":\"2024-03-05T09:12:00.035Z\",\"deletedDateTime\":null,\"subject\":\"Plan\","
            + "\"from\":{\"application\":null,\"user\":{\"id\":\"8ea0e38b\",\"displayName\":\"Ann Smith\"}},"
            + "\"body\":{\"contentType\":\"\(type)\",\"content\":\"\(content)\"},"
            + "\"channelIdentity\":{\"teamId\":\"t1\",\"channelId\":\"19:4a95f7d8@thread.tacv2\"},"
            + "\"attachments\":[{\"id\":\"a1\",\"contentType\":\"reference\","
            + "\"contentUrl\":\"https://s.example/Budget.docx\",\"name\":\"Budget.docx\"}]\(more)}"
    }

    static let teamsFile =
        "{\"@odata.context\":\"https://graph.example/messages\",\"@odata.count\":2,\"value\":[\n"
        + teams(
            "<div>key <b>ab<\\/b>cd<br>&amp; more<\\/div>",
            ",\"replies\":["
                + teams("answer", type: "text", id: "1616990032099").replacing(
                    "\"replyToId\":null", with: "\"replyToId\":\"1616990032035\"") + "]") + ","
        + teams("plain", type: "text", id: "1616990032036") + "]}"
}
