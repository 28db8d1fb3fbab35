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
            Description = "An address to which the mail server delivers it; give it once for each.",
            HelpName = "address",
        };
        var command = new Command("mail", "Take one email from standard input into the service's folder. For a mail server's pipe.")
        {
            spool,
            to,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
                (int)await TakeAsync(parsed.GetValue(spool)!, parsed.GetValue(to) ?? [], terminal, cancellationToken)
        );
        return new Verb(command, ["comity mail --spool /srv/comity/mail --to \"$RECIPIENT\" < message"]);
    }

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
