using System.Text;
using Comity.Service.Mail;

namespace Comity.Cli.Tests;

public class MailTests
{
    [Fact]
    public async Task Take_an_email_writes_it_down_byte_for_byte_with_its_recipients()
    {
        using var folder = new TempFolder();
        byte[] letter = [.. Encoding.UTF8.GetBytes("Subject: x\r\n\r\n"), 0, 255, (byte)'\n'];

        var code = await TakeAsync(letter, "--spool", folder.Path, "--to", "council@elmbrook.example", "--to", "a\nb@elmbrook.example");

        code.ShouldBe(ExitCode.Done);
        var file = new MailSpool(folder.Path).Waiting().ShouldHaveSingleItem();
        var (to, email) = IncomingBytes.Read(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        to.ShouldBe(["council@elmbrook.example", "ab@elmbrook.example"]);
        email.ToArray().ShouldBe(letter);
        Directory.GetFiles(folder.Path).Length.ShouldBe(1, "Nothing unfinished is left.");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Take_an_email_where_there_is_no_folder_asks_the_mail_server_to_come_again() =>
        (await TakeAsync("x"u8.ToArray(), "--spool", Path.Combine(Path.GetTempPath(), Guid.CreateVersion7().ToString("N")))).ShouldBe(
            ExitCode.TryAgain
        );

    [Fact]
    public async Task Take_an_email_that_is_too_large_refuses_it_for_good_and_leaves_nothing()
    {
        using var folder = new TempFolder();

        (await TakeAsync(new byte[IncomingBytes.Most + 1], "--spool", folder.Path)).ShouldBe(ExitCode.NotTaken);

        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Take_an_email_without_one_says_how() =>
        (await CliRun.OfAsync("mail", "--spool", "/tmp")).ShouldHaveFailedPolitely(ExitCode.Usage);

    private static async Task<ExitCode> TakeAsync(byte[] letter, params string[] arguments) =>
        (ExitCode)
            await ComityProgram.RunAsync(
                ["mail", .. arguments],
                new Terminal
                {
                    In = TextReader.Null,
                    Out = TextWriter.Null,
                    Error = TextWriter.Null,
                    Folder = Path.GetTempPath(),
                    Bytes = (() => new MemoryStream(letter), () => Stream.Null),
                },
                TestContext.Current.CancellationToken
            );
}
