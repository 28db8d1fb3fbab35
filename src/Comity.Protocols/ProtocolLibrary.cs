using Comity.Protocols.Cases;

namespace Comity.Protocols;

/// <summary>A folder of protocols as read: vocabulary, protocol files and cases. Immutable and thread-safe.</summary>
public sealed class ProtocolLibrary
{
    private const string VocabularyFolder = "vocabulary";

    // Half of all the words in a folder are its cases, and most who read it have no use for them: they are read when somebody first asks.
    private readonly Lazy<IReadOnlyList<CaseFile>> caseFiles;
    private readonly Lazy<IReadOnlyList<Diagnostic>> diagnostics;

    private ProtocolLibrary(Vocabulary vocabulary, IReadOnlyList<ProtocolFile> files, IReadOnlyList<SourceText> cases)
    {
        Vocabulary = vocabulary;
        Files = files;
        caseFiles = new Lazy<IReadOnlyList<CaseFile>>(() => [.. cases.Select(source => CaseFile.Read(source, vocabulary))]);
        diagnostics = new Lazy<IReadOnlyList<Diagnostic>>(() =>
            [
                .. vocabulary.Diagnostics,
                .. files.SelectMany(file => file.Diagnostics),
                .. CaseFiles.SelectMany(file => file.Diagnostics),
                .. CheckCases(),
            ]
        );
    }

    /// <summary>The vocabulary.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The protocol files of all layers, by path.</summary>
    public IReadOnlyList<ProtocolFile> Files { get; }

    /// <summary>The files of cases, by path.</summary>
    public IReadOnlyList<CaseFile> CaseFiles => caseFiles.Value;

    /// <summary>What was found wrong in each text by itself.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics.Value;

    /// <summary>Reads a folder of protocols from its texts; what is none of the three kinds is left out.</summary>
    /// <param name="sources">
    /// The texts, each with its path: Markdown in a folder <c>vocabulary</c>, files that end in <c>.protocol.md</c>, and files that end in
    /// <c>.case</c>. Both kinds of slash part folders.
    /// </param>
    public static ProtocolLibrary Read(IEnumerable<SourceText> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var all = sources.OrderBy(source => source.Path, StringComparer.Ordinal).ToList();
        var vocabulary = Vocabulary.Read(all.Where(IsVocabulary));
        return new ProtocolLibrary(
            vocabulary,
            [.. all.Where(IsProtocol).Select(source => ProtocolFile.Read(source, vocabulary))],
            [.. all.Where(IsCase)]
        );
    }

    /// <summary>The file with a key, or null.</summary>
    public ProtocolFile? File(string key) => Files.FirstOrDefault(file => file.Control.Protocol == key);

    /// <summary>Compiles a protocol with layers, by key.</summary>
    /// <exception cref="KeyNotFoundException">No file has the key.</exception>
    public Protocol Compile(string key, params IEnumerable<string> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        var file = Expect(key);
        return Protocol.Compile(file, [.. BaseOf(file), .. layers.Select(Expect)]);
    }

    /// <summary>The text that a protocol builds on: one file or, where it stands by itself or the text is not in the folder, none.</summary>
    internal IReadOnlyList<ProtocolFile> BaseOf(ProtocolFile file) =>
        file.Control.BuildsOn is { } key && File(key) is { } found ? [found] : [];

    /// <summary>The cases of the norms of a protocol.</summary>
    public IEnumerable<Case> CasesOf(string key) =>
        CaseFiles.SelectMany(file => file.Cases).Where(example => example.Norm.StartsWith(key + "/", StringComparison.Ordinal));

    // What a case names in other files; a case of a protocol that is not in the folder is reported as a norm that is not there.
    private IReadOnlyList<Diagnostic> CheckCases()
    {
        var bag = new DiagnosticBag();
        var norms = Files.SelectMany(file => file.Norms).Select(norm => norm.Id).ToHashSet(StringComparer.Ordinal);
        var keys = Files.Select(file => file.Control.Protocol).ToList();
        var citable = Files.ToDictionary(file => file, file => CitableIn(file).ToHashSet(StringComparer.Ordinal));
        foreach (var example in CaseFiles.SelectMany(file => file.Cases))
        {
            if (!norms.Contains(example.Norm))
            {
                bag.ReportUnknown(DiagnosticKinds.UnknownNorm, example.At, "norm", example.Norm, norms);
            }

            foreach (var layer in example.Layers.Where(layer => !keys.Contains(layer.Text)))
            {
                bag.ReportUnknown(DiagnosticKinds.UnknownLayer, layer.At, "protocol", layer.Text, keys);
            }

            // An expectation that names a clause which no text of the case has would say nothing: `not cites` would always be met.
            foreach (var expected in example.Expectations.Where(expected => expected.NamesClauseOrNorm))
            {
                var texts = citable.Where(text => IsOf(example, text.Key.Control.Protocol)).Select(text => text.Value).ToList();
                if (texts.Count > 0 && !texts.Exists(text => text.Contains(expected.Words[0])))
                {
                    bag.ReportUnknown(
                        DiagnosticKinds.UnknownNorm,
                        expected.At,
                        "clause or norm",
                        expected.Words[0],
                        [.. texts.SelectMany(text => text)]
                    );
                }
            }
        }

        return bag.InOrder();
    }

    private static IEnumerable<string> CitableIn(ProtocolFile file) =>
        file.Clauses.Select(clause => clause.Number).Concat(file.Norms.Select(norm => norm.Id));

    private bool IsOf(Case example, string key) =>
        example.Norm.StartsWith(key + "/", StringComparison.Ordinal)
        || example.Layers.Any(layer => layer.Text == key)
        || File(example.Norm.Split('/')[0])?.Control.BuildsOn == key;

    private static bool IsVocabulary(SourceText source) =>
        source.Path.EndsWith(".md", StringComparison.Ordinal) && source.Path.Split('/', '\\') is [.., VocabularyFolder, _];

    private static bool IsProtocol(SourceText source) => source.Path.EndsWith(".protocol.md", StringComparison.Ordinal);

    private static bool IsCase(SourceText source) => source.Path.EndsWith(".case", StringComparison.Ordinal);

    private ProtocolFile Expect(string key) =>
        File(key)
        ?? throw new KeyNotFoundException(
            $"no protocol is called {key}; there are {string.Join(", ", Files.Select(file => file.Control.Protocol))}"
        );
}
