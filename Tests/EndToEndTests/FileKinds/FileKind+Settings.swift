extension FileKind {
    /// Settings files and data formats.
    static let settings: [FileKind] = [
        FileKind(".aws/credentials", "[default]\naws_access_key_id = <ID>\naws_secret_access_key = <SECRET>\n"),
        FileKind(".aws/credentials", "[a]\naws_secret_access_key=<SECRET>\naws_access_key_id=<ID>\nregion=eu-west-1\n"),
        FileKind(
            ".aws/config",
            "[profile dev]\r\nregion = us-east-1\r\naws_access_key_id=<ID>\r\naws_secret_access_key=<SECRET>\r\n"),
        FileKind("config.json", "{\n  \"accessKeyId\": \"<ID>\",\n  \"secretAccessKey\": \"<SECRET>\"\n}\n"),
        FileKind("min.json", "{\"region\":\"eu-west-1\",\"accessKeyId\":\"<ID>\",\"secretAccessKey\":\"<SECRET>\"}"),
        FileKind(
            "mc.json", "{\"hosts\":{\"s3\":{\"accessKey\":\"<ID>\",\"secretKey\":\"<SECRET>\",\"api\":\"S3v4\"}}}"),
        FileKind(
            "php.json", "{\"aws_access_key_id\":\"<ID>\",\"aws_secret_access_key\":\"<SECRET>\"}",
            spelling: .escapedSlash),
        FileKind(
            "nested.json",
            "{\"env\":\"{\\\"AWS_ACCESS_KEY_ID\\\":\\\"<ID>\\\",\\\"AWS_SECRET_ACCESS_KEY\\\":\\\"<SECRET>\\\"}\"}"),
        FileKind(
            "create-access-key.json",
            "{\n    \"AccessKey\": {\n        \"UserName\": \"alice\",\n        \"AccessKeyId\": \"<ID>\",\n"
                + "        \"Status\": \"Active\",\n        \"SecretAccessKey\": \"<SECRET>\",\n"
                + "        \"CreateDate\": \"2026-11-23T12:00:00+00:00\"\n    }\n}\n"),
        FileKind("a.yaml", "aws:\n  access_key_id: <ID>\n  secret_access_key: <SECRET>\n"),
        FileKind("quoted.yml", "aws:\n  accessKey: \"<ID>\"\n  secretKey: \"<SECRET>\"\n"),
        FileKind("short.yml", "s3:\n  key: <ID>\n  secret: <SECRET>\n"),
        FileKind(".env", "AWS_ACCESS_KEY_ID=<ID>\nAWS_SECRET_ACCESS_KEY=<SECRET>\nAWS_REGION=eu-west-1\n"),
        FileKind(".env.local", "AWS_KEY='<ID>'\nAWS_SECRET='<SECRET>'\n"),
        FileKind(
            "application.properties",
            "cloud.aws.credentials.access-key=<ID>\ncloud.aws.credentials.secret-key=<SECRET>\n"),
        FileKind("aws.properties", "accessKey = <ID>\nsecretKey = <SECRET>\n"),
        FileKind("main.tf", "provider \"aws\" {\n  access_key = \"<ID>\"\n  secret_key = \"<SECRET>\"\n}\n"),
        FileKind("terraform.tfvars", "aws_access_key = \"<ID>\"\naws_secret_key = \"<SECRET>\"\n"),
        FileKind(
            "terraform.tfstate",
            "{\n  \"resources\": [{\n    \"type\": \"aws_iam_access_key\",\n    \"attributes\": {\n"
                + "      \"id\": \"<ID>\",\n      \"secret\": \"<SECRET>\",\n      \"user\": \"alice\"\n    }\n  }]\n}\n"
        ),
        FileKind(
            "keys.xml",
            "<?xml version=\"1.0\"?>\n<aws><accessKey><ID></accessKey><secretKey><SECRET></secretKey></aws>\n"),
        FileKind(
            "sts.xml",
            "<Credentials>\n  <AccessKeyId><ID></AccessKeyId>\n  <SecretAccessKey><SECRET></SecretAccessKey>\n</Credentials>\n"
        ),
        FileKind(
            "core-site.xml",
            "<property>\n  <name>fs.s3a.access.key</name>\n  <value><ID></value>\n</property>\n"
                + "<property>\n  <name>fs.s3a.secret.key</name>\n  <value><SECRET></value>\n</property>\n"),
        FileKind(
            "web.config",
            "<appSettings>\n  <add key=\"AWSAccessKey\" value=\"<ID>\"/>\n  <add key=\"AWSSecretKey\" value=\"<SECRET>\"/>\n"
        ),
        FileKind("boto.ini", "[Credentials]\naws_access_key_id = <ID>\naws_secret_access_key = <SECRET>\n"),
        FileKind(".s3cfg", "[default]\naccess_key = <ID>\nbucket_location = US\nsecret_key = <SECRET>\n"),
        FileKind("rclone.conf", "[s3]\ntype = s3\naccess_key_id = <ID>\nsecret_access_key = <SECRET>\n"),
        FileKind(".passwd-s3fs", "<ID>:<SECRET>\n"),
        FileKind("bucket.passwd-s3fs", "my-bucket:<ID>:<SECRET>"),
        FileKind("a.toml", "[aws]\naccess_key_id = \"<ID>\"\nsecret_access_key = \"<SECRET>\"\n"),
        FileKind(
            "url.txt", "https://api.example.com/?AWSAccessKeyId=<ID>&secret_key=<SECRET>&x=1\n", spelling: .percent),
        FileKind("dsn.txt", "s3://<ID>:<SECRET>@s3.eu-west-1.amazonaws.com/bucket\n", spelling: .percent),
        FileKind("ses.txt", "smtp://<ID>:<SECRET>@email-smtp.us-east-1.amazonaws.com:587\n", spelling: .percent),
        FileKind(
            "redirect.txt", "aws_access_key_id%3D<ID>%26aws_secret_access_key%3D<SECRET>%26x\n", spelling: .percent),
        FileKind("Dockerfile", "FROM alpine\nENV AWS_ACCESS_KEY_ID=<ID> AWS_SECRET_ACCESS_KEY=<SECRET>\nRUN ls\n"),
        FileKind("Dockerfile.old", "FROM alpine\nENV AWS_ACCESS_KEY_ID <ID>\nENV AWS_SECRET_ACCESS_KEY <SECRET>\n"),
        FileKind(
            "docker-compose.yml",
            "services:\n  app:\n    environment:\n      - AWS_ACCESS_KEY_ID=<ID>\n      - AWS_SECRET_ACCESS_KEY=<SECRET>\n"
        ),
        FileKind(
            "compose.yaml",
            "services:\n  app:\n    environment:\n      AWS_ACCESS_KEY_ID: <ID>\n      AWS_SECRET_ACCESS_KEY: <SECRET>\n"
        ),
        FileKind(
            "secret.yaml",
            "apiVersion: v1\nkind: Secret\nstringData:\n  AWS_ACCESS_KEY_ID: <ID>\n  AWS_SECRET_ACCESS_KEY: <SECRET>\n"),
        FileKind(
            "pod.yaml",
            "    env:\n    - name: AWS_ACCESS_KEY_ID\n      value: <ID>\n    - name: AWS_SECRET_ACCESS_KEY\n"
                + "      value: <SECRET>\n"),
        FileKind(
            "task.json",
            "[{\"name\":\"AWS_ACCESS_KEY_ID\",\"value\":\"<ID>\"},{\"name\":\"AWS_SECRET_ACCESS_KEY\",\"value\":\"<SECRET>\"}]"
        ),
        FileKind(
            "app.service", "[Service]\nEnvironment=\"AWS_ACCESS_KEY_ID=<ID>\" \"AWS_SECRET_ACCESS_KEY=<SECRET>\"\n"),
        FileKind(
            ".github/workflows/ci.yml",
            "      - uses: aws-actions/configure-aws-credentials@v4\n        with:\n"
                + "          aws-access-key-id: <ID>\n          aws-secret-access-key: <SECRET>\n"),
        FileKind(
            "Credentials.plist",
            "<dict>\n\t<key>AccessKey</key>\n\t<string><ID></string>\n\t<key>SecretKey</key>\n\t<string><SECRET></string>\n</dict>\n"
        ),
        FileKind(
            "keys.reg", "\"AccessKey\"=\"<ID>\"\r\n\"SecretKey\"=\"<SECRET>\"\r\n", encoding: .utf16LittleWithMark),
    ]
}
