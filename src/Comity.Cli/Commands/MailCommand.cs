using System.CommandLine;
using Comity.Service.Mail;

namespace Comity.Cli.Commands;

/// <summary><c>comity mail</c>: takes one email from a mail server and answers only when it is on the disk.</summary>
public static class MailCommand
{
    public static Verb Create(Terminal terminal)
    {
        var spool = new Option<string>("--spool")
        {
            Description = "The folder of the service's setting Comity:Mail:In:Spool.",
            HelpName = "folder",
            Required = true,
        };
        var to = new Option<string[]>("--to")
        {
            Description = "An address to which the mail server delivers it, once for each; without it what the server says in RECIPIENT.",
            HelpName = "address",
        };
        var command = new Command("mail", "Take one email from standard input into the service's folder. For a mail server's pipe.")
        {
            spool,
            to,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
                (int)
                    await TakeAsync(
                        parsed.GetValue(spool)!,
                        parsed.GetValue(to) is { Length: > 0 } given ? given : Told(),
                        terminal,
                        cancellationToken
                    )
        );
        return new Verb(
            command,
            ["comity mail --spool /srv/comity/mail < message", "comity mail --spool /srv/comity/mail --to council@example.gov.uk < message"]
        );
    }

    // Exim and Postfix say there for whom they pipe, out of reach of whoever chose the address.
    private static string[] Told() => Environment.GetEnvironmentVariable("RECIPIENT") is { Length: > 0 } recipient ? [recipient] : [];

    private static async Task<ExitCode> TakeAsync(string spool, string[] to, Terminal terminal, CancellationToken cancellationToken)
    {
        if (terminal.Bytes is not { } bytes)
        {
            throw CommandException.Usage("the email is expected on standard input", "let the mail server pipe it in");
        }

        try
        {
            await using var email = bytes.In();
            await new MailSpool(terminal.PathOf(spool)).PutAsync(email, to, TimeProvider.System.GetUtcNow(), cancellationToken);
            return ExitCode.Done;
        }
        catch (InvalidDataException)
        {
            await terminal.Error.WriteLineAsync($"comity: it is larger than {IncomingBytes.Most / 1024 / 1024} MB and is not taken");
            return ExitCode.NotTaken;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Whatever is wrong with the disk, the mail server still has it and hands it over again.
            await terminal.Error.WriteLineAsync($"comity: it could not be written down: {exception.Message}");
            return ExitCode.TryAgain;
        }
    }
}
