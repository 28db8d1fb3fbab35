namespace Comity.Cli.Situations;

/// <summary>What cannot be understood in a situation, and where.</summary>
public sealed record SituationFault(Word At, string Message, string? Hint)
{
    public string Show(string path) => $"{path}:{At.Line}:{At.Column}: {Message}{(Hint is null ? "" : $": {Hint}")}";
}
