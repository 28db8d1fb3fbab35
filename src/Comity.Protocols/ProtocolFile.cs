namespace Comity.Protocols;

/// <summary>A protocol file as read and checked against the vocabulary. Immutable and thread-safe.</summary>
/// <remarks>A file with errors is still a value: what could be read is there, and acts that an error touches are never decided.</remarks>
public sealed class ProtocolFile
{
    // Worked out when somebody first asks; two threads that do so at once get the same.
    private string? hash;

    internal ProtocolFile(SourceText source, Vocabulary vocabulary, ProtocolContent content, IReadOnlyList<Diagnostic> diagnostics)
    {
        Source = source;
        Vocabulary = vocabulary;
        Control = content.Control;
        Clauses = content.Clauses;
        Rules = content.Rules;
        Gaps = content.Gaps;
        Clashes = content.Clashes;
        Faults = content.Faults;
        FaultyActs = content.FaultyActs;
        Norms =
        [
            .. content
                .Rules.GroupBy(rule => rule.Norm, StringComparer.Ordinal)
                .Select(group => new Norm(group.Key, group.First().Clause, group.First().Layer, [.. group], group.First().At)),
        ];
        Diagnostics = diagnostics;
    }

    /// <summary>The text it was read from.</summary>
    public SourceText Source { get; }

    /// <summary>The vocabulary it was checked against.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The front matter.</summary>
    public DocumentControl Control { get; }

    /// <summary>The clauses in the order of the text.</summary>
    public IReadOnlyList<Clause> Clauses { get; }

    /// <summary>The norms in the order of the text.</summary>
    public IReadOnlyList<Norm> Norms { get; }

    /// <summary>The rules in the order of the text, which never matters.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The silences that somebody has looked at.</summary>
    public IReadOnlyList<Gap> Gaps { get; }

    /// <summary>The clashes and their resolutions.</summary>
    public IReadOnlyList<Clash> Clashes { get; }

    /// <summary>The drafting faults of the text.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>What was found wrong in this file by itself; what is wrong between files is found by <see cref="Protocol.Compile(ProtocolFile, IEnumerable{ProtocolFile})"/>.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The SHA-256 of the text, in hexadecimal.</summary>
    public string Hash => hash ??= ContentHash.Of(Source.Text);

    // Acts on which a rule could not be read; "*" when it cannot be said which.
    internal IReadOnlySet<string> FaultyActs { get; }

    /// <summary>Reads a protocol file and checks every name and type in it.</summary>
    /// <param name="source">The text.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <returns>What could be read, with its diagnostics; never null.</returns>
    public static ProtocolFile Read(SourceText source, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var bag = new DiagnosticBag();
        var content = ProtocolReader.Read(source, vocabulary, bag);
        return new ProtocolFile(source, vocabulary, content, bag.InOrder());
    }

    /// <summary>Reads what a file says of itself, and for whom it is, without its clauses: a small part of the work of <see cref="Read"/>.</summary>
    /// <param name="source">The text.</param>
    /// <returns>What could be read; never null.</returns>
    public static DocumentControl ReadControl(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var bag = new DiagnosticBag();
        return FrontMatterReader.Read(MarkdownDocument.Read(source, bag).FrontMatter, source, bag);
    }

    // The same file with other rules; what mutation analysis compiles.
    internal ProtocolFile WithRules(IReadOnlyList<Rule> rules) =>
        new(Source, Vocabulary, new ProtocolContent(Control, Clauses, rules, Gaps, Clashes, Faults, FaultyActs), Diagnostics);
}
