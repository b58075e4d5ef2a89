extension FileKind {
    /// Programs, scripts, and what people write to each other.
    static let code: [FileKind] = [
        FileKind("a.sh", "export AWS_ACCESS_KEY_ID=<ID>\nexport AWS_SECRET_ACCESS_KEY=<SECRET>\naws s3 ls\n"),
        FileKind("b.sh", "AWS_ACCESS_KEY_ID=<ID> AWS_SECRET_ACCESS_KEY=<SECRET> aws s3 ls\n"),
        FileKind("c.sh", "docker run -e AWS_ACCESS_KEY_ID=<ID> -e AWS_SECRET_ACCESS_KEY=<SECRET> app\n"),
        FileKind(
            "d.sh", "aws configure set aws_access_key_id <ID>\naws configure set aws_secret_access_key <SECRET>\n"),
        FileKind("e.sh", "curl --aws-sigv4 \"aws:amz:us-east-1:s3\" --user \"<ID>:<SECRET>\" https://example.com\n"),
        FileKind("f.csh", "setenv AWS_ACCESS_KEY_ID <ID>\nsetenv AWS_SECRET_ACCESS_KEY <SECRET>\n"),
        FileKind("g.fish", "set -x AWS_ACCESS_KEY_ID <ID>\nset -x AWS_SECRET_ACCESS_KEY <SECRET>\n"),
        FileKind("h.bat", "set AWS_ACCESS_KEY_ID=<ID>\r\nset AWS_SECRET_ACCESS_KEY=<SECRET>\r\n"),
        FileKind("a.ps1", "$Env:AWS_ACCESS_KEY_ID=\"<ID>\"\r\n$Env:AWS_SECRET_ACCESS_KEY=\"<SECRET>\"\r\n"),
        FileKind("b.ps1", "Set-AWSCredential -AccessKey <ID> -SecretKey <SECRET> -StoreAs default\r\n"),
        FileKind(
            "a.py",
            "client = boto3.client(\n    's3',\n    aws_access_key_id='<ID>',\n    aws_secret_access_key='<SECRET>',\n)\n"
        ),
        FileKind("b.py", "conn = S3Connection('<ID>', '<SECRET>')\n"),
        FileKind("c.py", "ACCESS_KEY = \"<ID>\"\nSECRET_KEY = \"<SECRET>\"\n"),
        FileKind("d.py", "creds = {'key': '<ID>', 'secret': '<SECRET>'}\n"),
        FileKind(
            "a.js", "AWS.config.update({ accessKeyId: '<ID>', secretAccessKey: '<SECRET>', region: 'us-east-1' });\n"),
        FileKind(
            "a.ts", "const credentials = {\n  accessKeyId: \"<ID>\",\n  secretAccessKey: \"<SECRET>\",\n} as const;\n"),
        FileKind("a.go", "creds := credentials.NewStaticCredentials(\"<ID>\", \"<SECRET>\", \"\")\n"),
        FileKind(
            "b.go", "os.Setenv(\"AWS_ACCESS_KEY_ID\", \"<ID>\")\nos.Setenv(\"AWS_SECRET_ACCESS_KEY\", \"<SECRET>\")\n"),
        FileKind("A.java", "AWSCredentials c = new BasicAWSCredentials(\"<ID>\", \"<SECRET>\");\n"),
        FileKind(
            "B.java",
            "    private static final String ACCESS_KEY = \"<ID>\";\n    private static final String SECRET_KEY = \"<SECRET>\";\n"
        ),
        FileKind(
            "A.kt", "val c = AwsBasicCredentials.create(\n    \"<ID>\",\n    \"<SECRET>\"\n)\n"),
        FileKind(
            "A.scala",
            "sc.hadoopConfiguration.set(\"fs.s3.awsAccessKeyId\", \"<ID>\")\n"
                + "sc.hadoopConfiguration.set(\"fs.s3.awsSecretAccessKey\", \"<SECRET>\")\n"),
        FileKind("A.cs", "var client = new AmazonS3Client(\"<ID>\", \"<SECRET>\", RegionEndpoint.USEast1);\n"),
        FileKind("a.vb", "Dim k As New BasicAWSCredentials(\"<ID>\", \"<SECRET>\")\r\n"),
        FileKind("a.rb", "Aws.config.update(credentials: Aws::Credentials.new('<ID>', '<SECRET>'))\n"),
        FileKind("b.rb", "  :access_key_id     => '<ID>',\n  :secret_access_key => '<SECRET>'\n"),
        FileKind("a.php", "<?php\n$s3 = new S3Client(['credentials' => ['key' => '<ID>', 'secret' => '<SECRET>']]);\n"),
        FileKind(
            "wp-config.php", "define('AWS_ACCESS_KEY_ID', '<ID>');\ndefine('AWS_SECRET_ACCESS_KEY', '<SECRET>');\n"),
        FileKind("a.rs", "let c = Credentials::new(\"<ID>\", \"<SECRET>\", None, None, \"static\");\n"),
        FileKind("a.swift", "let c = AWSStaticCredentialsProvider(accessKey: \"<ID>\", secretKey: \"<SECRET>\")\n"),
        FileKind(
            "a.pl", "my $s3 = Amazon::S3->new({ aws_access_key_id => '<ID>', aws_secret_access_key => '<SECRET>' });\n"),
        FileKind("a.c", "#define ACCESS_KEY \"<ID>\"\n#define SECRET_KEY \"<SECRET>\"\n"),
        FileKind("a.cpp", "Aws::Auth::AWSCredentials c(\"<ID>\", \"<SECRET>\");\n"),
        FileKind("a.m", "static NSString *accessKey = @\"<ID>\";\nstatic NSString *secretKey = @\"<SECRET>\";\n"),
        FileKind("a.ex", "config :ex_aws,\n  access_key_id: \"<ID>\",\n  secret_access_key: \"<SECRET>\"\n"),
        FileKind("a.lua", "local aws = { access_key = '<ID>', secret_key = '<SECRET>' }\n"),
        FileKind(
            "a.R",
            "Sys.setenv(\"AWS_ACCESS_KEY_ID\" = \"<ID>\",\n           \"AWS_SECRET_ACCESS_KEY\" = \"<SECRET>\")\n"),
        FileKind(
            "a.ipynb",
            "{\n \"cells\": [{\n   \"source\": [\n    \"aws_access_key_id = '<ID>'\\n\",\n"
                + "    \"aws_secret_access_key = '<SECRET>'\\n\"\n   ]\n }]\n}\n"),
        FileKind(
            "b.ipynb", "{\"cells\":[{\"source\":\"key = \\\"<ID>\\\"\\nsecret = \\\"<SECRET>\\\"\\n\"}]}\n"),
        FileKind("README.md", "Set `AWS_ACCESS_KEY_ID` to `<ID>` and `AWS_SECRET_ACCESS_KEY` to `<SECRET>`.\n"),
        FileKind("table.md", "| Access key | Secret key |\n|---|---|\n| <ID> | <SECRET> |\n"),
        FileKind(
            "a.html",
            "<tr><td>Access key ID</td><td><ID></td></tr>\n<tr><td>Secret access key</td><td><SECRET></td></tr>\n"),
        FileKind("b.html", "<p>Key: <b><ID></b><br>Secret: <b><SECRET></b></p>\n"),
        FileKind("c.html", "<input name=\"secret\" data-id=&quot;<ID>&quot; value=&quot;<SECRET>&quot;>\n"),
        FileKind(
            "Makefile",
            "AWS_ACCESS_KEY_ID := <ID>\nAWS_SECRET_ACCESS_KEY := <SECRET>\n\ndeploy:\n\taws s3 sync . s3://b\n"),
        FileKind(
            "Jenkinsfile", "environment {\n  AWS_ACCESS_KEY_ID = '<ID>'\n  AWS_SECRET_ACCESS_KEY = '<SECRET>'\n}\n"),
        FileKind("a.groovy", "withEnv(['AWS_ACCESS_KEY_ID=<ID>', 'AWS_SECRET_ACCESS_KEY=<SECRET>']) {\n"),
        FileKind(
            "a.sql", "COPY t FROM 's3://b/k' CREDENTIALS 'aws_access_key_id=<ID>;aws_secret_access_key=<SECRET>' CSV;\n"
        ),
        FileKind("b.sql", "INSERT INTO keys (id, secret) VALUES ('<ID>', '<SECRET>');\n"),
        FileKind("c.sql", "CREATE STAGE s URL='s3://b' CREDENTIALS=(AWS_KEY_ID='<ID>' AWS_SECRET_KEY='<SECRET>');\n"),
        FileKind(
            "app.log",
            "2026-11-23T12:00:00Z DEBUG env: AWS_ACCESS_KEY_ID=<ID>, AWS_SECRET_ACCESS_KEY=<SECRET>, HOME=/root\n"),
        FileKind("b.log", "[debug] credentials loaded: {access: <ID>, secret: <SECRET>}\r\n"),
        FileKind(
            "mail.txt", "Hi,\n\nhere is the key:\n\nAccess key: <ID>\nSecret: <SECRET>\n\nPlease delete this mail.\n"),
        FileKind("chat.txt", "alice: <ID>\nalice: and the secret is\nalice: <SECRET>\n"),
        FileKind("two-lines.txt", "<ID>\n<SECRET>\n"),
        FileKind("blank.txt", "<ID>\n\n\n<SECRET>"),
        FileKind("a.diff", "-AWS_ACCESS_KEY_ID=<ID>\n-AWS_SECRET_ACCESS_KEY=<SECRET>\n+AWS_REGION=eu-west-1\n"),
        FileKind("nul.bin", "\0\0access\0<ID>\0secret\0<SECRET>\0\0"),
    ]
}
