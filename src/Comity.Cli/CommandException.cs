namespace Comity.Cli;

/// <summary>Ends a command with a message that its reader can act on. Never a defect of ours: those are not caught by type.</summary>
public sealed class CommandException : Exception
{
    public CommandException(ExitCode code, string message, string? hint = null)
        : base(message)
    {
        Code = code;
        Hint = hint;
    }

    public ExitCode Code { get; }

    /// <summary>What to try instead.</summary>
    public string? Hint { get; }

    public static CommandException Usage(string message, string? hint = null) => new(ExitCode.Usage, message, hint);
}
