using System.CommandLine;

namespace Comity.Cli;

/// <summary>One verb of the command line: its command and the examples that its help closes with.</summary>
public sealed record Verb(Command Command, IReadOnlyList<string> Examples);
