namespace Comity.Protocols.Cases;

/// <summary>A <c>.case</c> file as read. Immutable.</summary>
public sealed class CaseFile
{
    private CaseFile(SourceText source, IReadOnlyList<Case> cases, IReadOnlyList<Diagnostic> diagnostics)
    {
        Source = source;
        Cases = cases;
        Diagnostics = diagnostics;
    }

    /// <summary>The text it was read from.</summary>
    public SourceText Source { get; }

    /// <summary>The cases in the order of the text.</summary>
    public IReadOnlyList<Case> Cases { get; }

    /// <summary>What was found wrong.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Reads a file of cases.</summary>
    /// <param name="source">The text.</param>
    /// <param name="vocabulary">The vocabulary of its situations.</param>
    /// <returns>What could be read, with its diagnostics; never null.</returns>
    public static CaseFile Read(SourceText source, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var bag = new DiagnosticBag();
        return new CaseFile(source, CaseReader.Read(source, vocabulary, bag), bag.InOrder());
    }
}
