using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Comity.Cli.Commands;
using Comity.Protocols.Language;

namespace Comity.Cli;

/// <summary>The whole program: parses, runs one verb and turns what went wrong into a message and an exit code.</summary>
public static class ComityProgram
{
    private const int HelpWidth = 120;

    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken)
    {
        var shared = new Shared();
        Verb[] verbs =
        [
            DecideCommand.Create(shared, terminal),
            AskCommand.Create(shared, terminal),
            CheckCommand.Create(shared, terminal),
            ProveCommand.Create(shared, terminal),
            DiffCommand.Create(shared, terminal),
            CasesCommand.Create(shared, terminal),
            CoverageCommand.Create(shared, terminal),
            LawCommand.Create(shared, terminal),
            NewCommand.Create(shared, terminal),
            FmtCommand.Create(shared, terminal),
            LspCommand.Create(terminal),
            VerifyCommand.Create(shared, terminal),
            KeysCommand.Create(terminal),
            MailCommand.Create(terminal),
            ServeCommand.Create(shared, terminal),
            DemoCommand.Create(shared, terminal),
        ];
        var root = new RootCommand("Comity: what a council's Protocol on Member/Officer Relations says, who must do what, and by when.")
        {
            HelpName = "comity",
        };
        root.Add(shared.Format);
        root.Add(shared.Protocols);
        foreach (var verb in verbs)
        {
            root.Add(verb.Command);
        }

        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples(
                new HelpAction { MaxWidth = HelpWidth },
                verbs.ToDictionary(verb => verb.Command.Name, verb => verb.Examples)
            );
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 || StrayOption(parsed) is not null)
        {
            return (int)Misunderstood(parsed, verbs, terminal);
        }

        var configuration = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            // The verbs that run on handle signals themselves; the others end at once.
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (CommandException failure)
        {
            Say(terminal, failure.Message, failure.Hint);
            return (int)failure.Code;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (int)ExitCode.Failed;
        }
        catch (Exception defect) when (defect is IOException or UnauthorizedAccessException)
        {
            Say(terminal, defect.Message, null);
            return (int)ExitCode.Failed;
        }
    }

    private static ExitCode Misunderstood(ParseResult parsed, IEnumerable<Verb> verbs, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        var word = StrayOption(parsed) ?? (parsed.UnmatchedTokens is [var first, ..] ? first : null);
        var isVerb = command is RootCommand && word is not null && !word.StartsWith('-');
        var message =
            isVerb ? $"no command called `{word}`"
            : word is not null && word.StartsWith('-') ? $"no option called `{word}`"
            : command is RootCommand && word is null ? "say what to do"
            : parsed.Errors[0].Message.TrimEnd('.');
        var known = isVerb
            ? verbs.Select(verb => verb.Command.Name)
            : command.Options.Concat(parsed.RootCommandResult.Command.Options).Select(option => option.Name);
        Say(terminal, message, word is null ? null : Nearest.Suggest(word, known));
        terminal.Error.WriteLine($"See: {Path(parsed.CommandResult)} --help");
        return ExitCode.Usage;
    }

    private static string Path(CommandResult result) =>
        result.Parent is CommandResult { Command: not RootCommand } parent ? $"{Path(parent)} {result.Command.Name}"
        : result.Command is RootCommand ? "comity"
        : $"comity {result.Command.Name}";

    /// <summary>The parser takes an option that it does not know for an argument; a lone dash is standard input.</summary>
    private static string? StrayOption(ParseResult parsed) =>
        parsed
            .Tokens.FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))
            ?.Value;

    private static void Say(Terminal terminal, string message, string? hint) =>
        terminal.Error.WriteLine(hint is null ? $"comity: {message}" : $"comity: {message}: {hint}");
}
