namespace Comity.Cli;

/// <summary>Everything a command may touch of the process it runs in.</summary>
public sealed class Terminal
{
    public required TextReader In { get; init; }

    /// <summary>Results, and nothing else: it can be piped.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Questions, diagnostics and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The folder that relative paths start from.</summary>
    public required string Folder { get; init; }

    /// <summary>Reads a line that is not shown while it is typed; null where there is no keyboard, and the line is read like any other.</summary>
    public Func<string?>? Unseen { get; init; }

    /// <summary>Standard input and output as bytes, for a program at the other end; null where a person sits there.</summary>
    public (Func<Stream> In, Func<Stream> Out)? Bytes { get; init; }

    public string? ReadSecret() => Unseen is null ? In.ReadLine() : Unseen();

    public string PathOf(string path) => Path.GetFullPath(path, Folder);

    /// <summary>The path as a reader who stands in <see cref="Folder"/> would write it.</summary>
    public string Shorten(string path)
    {
        var relative = Path.GetRelativePath(Folder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }
}
