namespace Comity.Cli.LanguageServer;

/// <summary>What the documentation says of each finding (docs/language/diagnostics.md), for whoever points at one.</summary>
internal sealed class DiagnosticPage
{
    private readonly Dictionary<string, string> sections = new(StringComparer.Ordinal);

    private DiagnosticPage() { }

    public static DiagnosticPage Read()
    {
        using var stream = typeof(DiagnosticPage).Assembly.GetManifestResourceStream("diagnostics.md")!;
        using var reader = new StreamReader(stream);
        var page = new DiagnosticPage();
        foreach (var section in reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n## ").Skip(1))
        {
            var end = section.IndexOf('\n', StringComparison.Ordinal);
            page.sections[section[..end].Trim()] = section[end..].Trim();
        }

        return page;
    }

    /// <summary>The words and the examples of a finding; null for one that the page does not have.</summary>
    public string? Of(string id) => sections.GetValueOrDefault(id);
}
