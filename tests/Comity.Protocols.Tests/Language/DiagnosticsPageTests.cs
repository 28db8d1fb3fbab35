using Comity.Protocols.Analysis;
using Comity.Protocols.Cases;
using Comity.Protocols.Language;
using Comity.Protocols.Tests.Evaluation;
using Comity.Protocols.Tests.Packs;

namespace Comity.Protocols.Tests.Language;

/// <summary>The page of diagnostics: complete, and each of its examples gives what it says.</summary>
public class DiagnosticsPageTests
{
    private static readonly Lazy<Dictionary<string, List<(string Kind, string Text)>>> Page = new(ReadPage);

    public static TheoryData<string> Ids => [.. DiagnosticKinds.All.Select(kind => kind.Id)];

    [Fact]
    public void Page_documents_every_id_and_no_other() => Page.Value.Keys.ShouldBe(DiagnosticKinds.All.Select(kind => kind.Id));

    [Fact]
    public void Ids_are_unique() => DiagnosticKinds.All.Select(kind => kind.Id).ShouldBeUnique();

    [Theory]
    [MemberData(nameof(Ids))]
    public void Example_gives_its_finding(string id)
    {
        var kind = DiagnosticKinds.All.Single(known => known.Id == id);
        foreach (var example in Examples(Page.Value[id]))
        {
            Diagnose(example).Select(diagnostic => diagnostic.Id).ShouldContain(id, example[0].Text);
        }

        foreach (var diagnostic in Examples(Page.Value[id]).SelectMany(Diagnose).Where(diagnostic => diagnostic.Id == id))
        {
            diagnostic.Severity.ShouldBe(kind.Severity);
            diagnostic.Message.ShouldNotEndWith(".");
            diagnostic.Message[0].ShouldBe(char.ToLowerInvariant(diagnostic.Message[0]));
        }
    }

    [Theory]
    [InlineData("CP0101", "did you mean `ask`?")]
    [InlineData("CP0102", "did you mean `member`?")]
    [InlineData("CP0103", "did you mean `urgent`?")]
    [InlineData("CP0104", "did you mean `ward`?")]
    [InlineData("CP0003", "did you mean `title`?")]
    [InlineData("CP0011", "did you mean `rule`?")]
    [InlineData("CP0016", "did you mean `when`?")]
    [InlineData("CP0305", "did you mean `permitted`?")]
    public void Misspelt_word_is_met_with_the_nearest(string id, string suggestion) =>
        Diagnose(Page.Value[id]).First(diagnostic => diagnostic.Id == id).Suggestion.ShouldBe(suggestion);

    [Fact]
    public void Finding_points_at_the_word()
    {
        var found = SampleProtocol
            .File("---\nprotocol: p\n---\n## 1 One {#one}\n```rule p/1/a\non ask by membre\nwhen urgnt\nmay\n```\n")
            .Diagnostics;

        found.Select(diagnostic => (diagnostic.Id, diagnostic.Line, diagnostic.Column)).ShouldBe([("CP0102", 6, 11), ("CP0103", 7, 6)]);
    }

    [Fact]
    public void Rule_with_an_error_is_never_decided()
    {
        var file = SampleProtocol.File(
            "---\nprotocol: p\n---\n## 1 One {#one}\n```rule p/1/a\non ask\nwhen urgnt\nmust not\n\non ask, tell\nmay\n```\n"
        );
        var protocol = Protocol.Compile(file);

        protocol.Decide(Situation.In(SampleProtocol.Vocabulary).Act("ask").Build()).Outcome.ShouldBe(Outcome.CannotTell);
        protocol.Decide(Situation.In(SampleProtocol.Vocabulary).Act("tell").Build()).Outcome.ShouldBe(Outcome.Permitted);
    }

    // Each example is a text with the layers that follow it.
    private static IEnumerable<List<(string Kind, string Text)>> Examples(List<(string Kind, string Text)> blocks)
    {
        for (var start = 0; start < blocks.Count; )
        {
            var count = 1 + blocks.Skip(start + 1).TakeWhile(block => block.Kind == "layer").Count();
            yield return blocks.GetRange(start, count);
            start += count;
        }
    }

    private static IReadOnlyList<Diagnostic> Diagnose(List<(string Kind, string Text)> example)
    {
        var source = new SourceText("example", example[0].Text);
        switch (example[0].Kind)
        {
            case "vocabulary":
                return Vocabulary.Read([source]).Diagnostics;
            case "situation":
                return Situation.Parse(source, SampleProtocol.Vocabulary).Diagnostics;
            case "case":
                return CaseFile.Read(source, SampleProtocol.Vocabulary).Diagnostics;
            case "library":
                return ProtocolLibrary
                    .Read([
                        new SourceText("vocabulary/sample.md", SampleProtocol.VocabularyText),
                        new SourceText("p/p.protocol.md", "---\nprotocol: p\n---\n## 1 One {#one}\n```rule p/1/a\non ask\nmay\n```\n"),
                        source with
                        {
                            Path = "p/cases/example.case",
                        },
                    ])
                    .Diagnostics;
            default:
                var protocol = Protocol.Compile(
                    SampleProtocol.File(example[0].Text, "example.protocol.md"),
                    example.Skip(1).Select((layer, i) => SampleProtocol.File(layer.Text, $"layer{i}.protocol.md"))
                );
                return [.. protocol.Diagnostics, .. ProtocolCheck.Run(protocol).Select(finding => finding.Diagnostic)];
        }
    }

    private static Dictionary<string, List<(string Kind, string Text)>> ReadPage()
    {
        var page = new Dictionary<string, List<(string, string)>>();
        List<(string, string)>? current = null;
        string? kind = null;
        var text = new List<string>();
        foreach (var line in File.ReadAllLines(Path.Combine(Repository.Root, "docs", "language", "diagnostics.md")))
        {
            if (kind is null && line.StartsWith("## ", StringComparison.Ordinal))
            {
                page[line[3..]] = current = [];
            }
            else if (line.StartsWith("````", StringComparison.Ordinal))
            {
                if (kind is null)
                {
                    kind = line[4..];
                    text.Clear();
                }
                else
                {
                    current!.Add((kind, string.Join('\n', text) + "\n"));
                    kind = null;
                }
            }
            else if (kind is not null)
            {
                text.Add(line);
            }
        }

        return page;
    }
}
