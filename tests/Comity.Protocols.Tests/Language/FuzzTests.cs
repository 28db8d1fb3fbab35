using Comity.Protocols.Analysis;
using Comity.Protocols.Cases;
using Comity.Protocols.Tests.Evaluation;
using Comity.Protocols.Tests.Packs;

namespace Comity.Protocols.Tests.Language;

/// <summary>Whatever a file holds, reading it gives a diagnostic or a pack: never an exception.</summary>
public class FuzzTests
{
    private static readonly string[] Splinters =
    [
        "```",
        "```rule",
        "```rule p/1/a",
        "on",
        "on ask by",
        "when",
        "when (",
        "when minutes is more than",
        "when unresolved-at is nowhere",
        "unless urgent and",
        "despite",
        "subject",
        "subject to",
        "must require",
        "must require approval of",
        "should route to subject as",
        "should route to director of subject or else",
        "is due reply 10",
        "is due reply 99999999999 working days after received-on",
        "is wall matter",
        "show \"",
        "show \"a",
        "says",
        "between",
        "## ",
        "## 1 One {#}",
        "# ",
        "---",
        "protocol:",
        "layer: law",
        "\u0000",
        "\uFEFF",
        "\uD800",
        "from 2026-02-30",
        "until 0001-01-01",
    ];

    public static TheoryData<string> Files => ["sample", "wigan", "town"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Broken_protocol_file_gives_a_diagnostic_or_a_pack(string key)
    {
        var (text, vocabulary) =
            key == "sample"
                ? (SampleProtocol.ProtocolText, SampleProtocol.Vocabulary)
                : (Repository.Library.File(key)!.Source.Text, Repository.Library.Vocabulary);
        var random = new Draw(20260402);
        var rounds = key == "sample" ? 1_500 : 40;
        for (var round = 0; round < rounds; round++)
        {
            var broken = Break(text, random);
            var file = ProtocolFile.Read(new SourceText("broken.protocol.md", broken), vocabulary);
            var protocol = Protocol.Compile(file);

            protocol.Diagnostics.ShouldAllBe(found => found.Message.Length > 0);
            if (key == "sample")
            {
                ProtocolCheck.Run(protocol).ShouldNotBeNull();
                protocol.Decide(Situation.In(vocabulary).Act("ask").By("member").Build()).ShouldNotBeNull();
            }
        }
    }

    [Fact]
    public void Broken_vocabulary_gives_a_diagnostic_or_a_vocabulary()
    {
        var random = new Draw(20260403);
        for (var round = 0; round < 800; round++)
        {
            var broken = Vocabulary.Read([new SourceText("vocabulary/broken.md", Break(SampleProtocol.VocabularyText, random))]);

            Protocol
                .Compile(ProtocolFile.Read(new SourceText("sample.protocol.md", SampleProtocol.ProtocolText), broken))
                .ShouldNotBeNull();
        }
    }

    [Fact]
    public void Broken_cases_give_a_diagnostic_or_cases()
    {
        const string Cases =
            "case sample/1/a: a question\nact ask\nby member\nfact topic = ward\nfact minutes = 3\nexpect permitted\nexpect due reply 2026-04-20\n";
        var random = new Draw(20260404);
        for (var round = 0; round < 800; round++)
        {
            CaseFile.Read(new SourceText("broken.case", Break(Cases, random)), SampleProtocol.Vocabulary).Diagnostics.ShouldNotBeNull();
        }
    }

    internal static string Break(string text, Draw random)
    {
        var lines = text.Split('\n').ToList();
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(7))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(at, lines[random.Next(lines.Count)]);
                    break;
                case 2:
                    lines.Insert(at, Splinters[random.Next(Splinters.Length)]);
                    break;
                case 3:
                    lines[at] = lines[at][..random.Next(lines[at].Length + 1)];
                    break;
                case 4:
                    lines[at] = lines[at].Insert(random.Next(lines[at].Length + 1), ((char)random.Next(1, 0x300)).ToString());
                    break;
                case 5:
                    lines[at] = string.Join(' ', lines[at].Split(' ').OrderBy(_ => random.Next(1_000)));
                    break;
                default:
                    lines = lines[..Math.Max(1, at)];
                    break;
            }

            if (lines.Count == 0)
            {
                lines.Add("");
            }
        }

        return string.Join('\n', lines);
    }
}
