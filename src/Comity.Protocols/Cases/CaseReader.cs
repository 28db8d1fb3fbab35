namespace Comity.Protocols.Cases;

/// <summary>Reads cases.</summary>
internal sealed class CaseReader
{
    private static readonly string[] Keywords = ["case", "layer", "expect", .. SituationReader.Keywords];

    private readonly DiagnosticBag bag;
    private readonly Vocabulary vocabulary;
    private readonly List<Case> cases = [];
    private readonly List<Name> layers = [];
    private readonly List<Expectation> expectations = [];
    private SituationBuilder builder;
    private (string Norm, string Title, Location At)? current;

    private CaseReader(Vocabulary vocabulary, DiagnosticBag bag)
    {
        this.vocabulary = vocabulary;
        this.bag = bag;
        builder = Situation.In(vocabulary);
    }

    public static IReadOnlyList<Case> Read(SourceText source, Vocabulary vocabulary, DiagnosticBag bag)
    {
        var reader = new CaseReader(vocabulary, bag);
        foreach (var line in SourceLine.Split(source).Where(line => !string.IsNullOrWhiteSpace(line.Text) && !line.IsComment))
        {
            reader.Read(line);
        }

        reader.Finish();
        return reader.cases;
    }

    private void Read(SourceLine source)
    {
        var line = new LineReader(source, bag);
        if (line.Peek == "case")
        {
            Finish();
            Start(source, line);
            return;
        }

        if (current is null)
        {
            bag.Report(
                DiagnosticKinds.CaseMissing,
                line.Here,
                $"`{line.Rest}` stands before the first case",
                "begin with `case NORM: title`"
            );
            return;
        }

        if (line.Take("expect"))
        {
            if (ExpectationReader.Read(line, vocabulary) is { } expectation)
            {
                expectations.Add(expectation);
            }
        }
        else if (line.Take("layer"))
        {
            if (line.Name(DiagnosticKinds.LineForm, "the key of a protocol file") is { } layer && line.ExpectEnd())
            {
                layers.Add(layer);
            }
        }
        else if (SituationReader.Read(line, builder) is { } next)
        {
            builder = next;
        }
        else
        {
            bag.Report(
                DiagnosticKinds.Keyword,
                line.Here,
                $"no line of a case starts with `{line.Peek}`",
                Nearest.Suggest(line.Peek, Keywords)
            );
        }
    }

    private void Start(SourceLine source, LineReader line)
    {
        var at = line.Here;
        var rest = source.Text.TrimStart()["case".Length..].Trim();
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        var norm = (colon < 0 ? rest : rest[..colon]).Trim();
        if (norm.Split('/') is not [{ Length: > 0 }, { Length: > 0 }, { Length: > 0 }] || colon < 0)
        {
            bag.Report(DiagnosticKinds.NormIdForm, at, $"`{rest}` is not of the form `protocol/clause/letter: title`");
        }

        current = (norm, colon < 0 ? "" : rest[(colon + 1)..].Trim(), at);
    }

    private void Finish()
    {
        if (current is not { } found)
        {
            return;
        }

        bag.Add(builder.Diagnostics.Select(diagnostic => diagnostic.Line == 0 ? Moved(diagnostic, found.At) : diagnostic));
        if (expectations.Count == 0)
        {
            bag.Report(
                DiagnosticKinds.NothingExpected,
                found.At,
                $"the case `{found.Norm}` expects nothing",
                "add `expect permitted` or another expectation"
            );
        }

        cases.Add(new Case(found.Norm, found.Title, builder.BuildOrNull(), [.. layers], [.. expectations], found.At));
        layers.Clear();
        expectations.Clear();
        builder = Situation.In(vocabulary);
        current = null;
    }

    private static Diagnostic Moved(Diagnostic diagnostic, Location at) =>
        diagnostic with
        {
            Path = at.Path,
            Line = at.Line,
            Column = at.Column,
        };
}
