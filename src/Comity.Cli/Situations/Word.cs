namespace Comity.Cli.Situations;

/// <summary>A word of a file and where it stands, counted from one.</summary>
public sealed record Word(string Text, int Line, int Column);
