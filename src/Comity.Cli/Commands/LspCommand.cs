using System.CommandLine;
using Comity.Cli.LanguageServer;

namespace Comity.Cli.Commands;

/// <summary><c>comity lsp</c>: the language server that an editor starts for protocol files.</summary>
public static class LspCommand
{
    public static Verb Create(Terminal terminal)
    {
        var stdio = new Option<bool>("--stdio") { Description = "Some editors say so. It speaks over standard input and output anyway." };
        var command = new Command("lsp", "Serve an editor (Language Server Protocol): findings while typing, words, help, places, format.")
        {
            stdio,
        };
        command.SetAction(
            async (_, cancellationToken) =>
            {
                if (terminal.Bytes is not { } bytes)
                {
                    throw CommandException.Usage(
                        "there is no editor on standard input",
                        "let your editor start it: docs/language/editors.md"
                    );
                }

                using var server = new Server(bytes.In(), bytes.Out(), terminal.Error);
                return (int)(await server.RunAsync(cancellationToken) ? ExitCode.Done : ExitCode.Failed);
            }
        );
        return new Verb(command, ["comity lsp"]);
    }
}
