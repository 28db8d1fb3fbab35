using Comity.Protocols.Editing;
using Comity.Protocols.Tests.Evaluation;
using Comity.Protocols.Tests.Language;
using Comity.Protocols.Tests.Packs;

namespace Comity.Protocols.Tests.Editing;

/// <summary>What an author is offered and told at a place in a text.</summary>
public class EditedTextTests
{
    private const string Protocol = """
        ---
        protocol: p
        layer: protocol
        ---
        ## 1 One {#one}

        Words.

        ```rule p/1/a
        on ask by member
        when topic is ward
        must due reply 5 working days after received-on
        should route to director as first
        ```

        ### 1.1 More {#more}

        ```rule p/1.1/a
        HERE
        ```

        """;

    [Theory]
    [InlineData("", "on")]
    [InlineData("on ", "ask")]
    [InlineData("on a", "ask")]
    [InlineData("on ask, t", "tell")]
    [InlineData("on ask ", "by to about")]
    [InlineData("on ask by ", "member")]
    [InlineData("on ask by member, ", "officer")]
    [InlineData("on ask by member ", "to about")]
    public void Suggest_on_the_first_line_of_a_rule(string line, string expected) =>
        Suggested(line, "").ShouldBeSupersetOf(Words(expected));

    [Theory]
    [InlineData("", "when unless must should may despite provided show")]
    [InlineData("when ", "not urgent topic minutes")]
    [InlineData("when urgent ", "and or")]
    [InlineData("when urgent and ", "raining not")]
    [InlineData("when topic ", "is")]
    [InlineData("when topic is ", "ward policy not")]
    [InlineData("when topic is not ", "ward policy")]
    [InlineData("when topic is one of ward, p", "policy private")]
    [InlineData("when (urgent or topic is ", "staff")]
    [InlineData("unless received-on is ", "known")]
    [InlineData("provided ", "consented")]
    [InlineData("despite ", "p/1/a")]
    [InlineData("despite p/1/b, ", "p/1/a")]
    [InlineData("subject ", "to")]
    [InlineData("subject to ", "p/1/a")]
    [InlineData("must ", "not require due")]
    [InlineData("is ", "permitted register")]
    [InlineData("must require approval of ", "director subject actor")]
    [InlineData("must require approval of line-manager of ", "actor recipient subject")]
    [InlineData("must require record of ", "received-on urgent")]
    [InlineData("must require consent of director met when ", "consented received-on")]
    [InlineData("should route to ", "director recipient")]
    [InlineData("should route to officer after ", "first")]
    [InlineData("must due ", "reply")]
    [InlineData("must due reply 5 working days after ", "received-on")]
    [InlineData("is wall ", "content identity")]
    [InlineData("is wall content hidden from ", "member")]
    [InlineData("may stop ", "reply")]
    [InlineData("instead ", "complain")]
    public void Suggest_on_a_later_line_of_a_rule(string line, string expected) =>
        Suggested(line, "on ask\n").ShouldBeSupersetOf(Words(expected));

    [Theory]
    [InlineData("show \"wh")]
    [InlineData("# when ")]
    [InlineData("when nothing-known is ")]
    [InlineData("nothing-known ")]
    public void Suggest_where_nothing_is_known_offers_no_names(string line) => Suggested(line, "on ask\n").ShouldNotContain("topic");

    [Fact]
    public void Suggest_replaces_the_word_that_is_being_written()
    {
        var (edited, line) = Edit("when topic is wa", "on ask\n");

        edited.Suggest(line, "when topic is wa".Length + 1).Column.ShouldBe("when topic is ".Length + 1);
        edited.Suggest(line, "when topic is ".Length + 1).Column.ShouldBe("when topic is ".Length + 1);
        edited.Suggest(line, "when top".Length + 1).Items.Select(item => item.Text).ShouldContain("topic");
    }

    [Fact]
    public void Suggest_on_the_opening_line_offers_the_next_norm_of_the_clause()
    {
        var text = Protocol.Replace(
            "```rule p/1.1/a\nHERE\n```\n",
            "```rule p/1.1/a\non tell\nmay\n```\n\n```rule p\n```\n",
            StringComparison.Ordinal
        );
        var edited = Edited(text);

        edited.Suggest(LineOf(text, "```rule p\n"), "```rule p".Length + 1).Items[0].Text.ShouldBe("p/1.1/b");
    }

    [Fact]
    public void Suggest_in_the_front_matter_offers_keys_and_values()
    {
        var edited = Edited(Protocol);

        edited.Suggest(2, 1).Items.Select(item => item.Text).ShouldContain("council-kind:");
        edited.Suggest(3, "layer: ".Length + 1).Items.Select(item => item.Text).ShouldContain("arrangement");
    }

    [Theory]
    [InlineData("", "case act expect fact")]
    [InlineData("case ", "p/1/a")]
    [InlineData("act ", "ask")]
    [InlineData("by ", "member")]
    [InlineData("fact ", "topic")]
    [InlineData("fact topic = ", "ward")]
    [InlineData("fact urgent = ", "yes no")]
    [InlineData("expect ", "cites due route")]
    [InlineData("expect cites ", "1 1.1 p/1/a")]
    [InlineData("expect asks ", "minutes")]
    [InlineData("expect due ", "reply")]
    [InlineData("expect route director, ", "officer")]
    [InlineData("layer ", "p")]
    public void Suggest_in_a_case(string line, string expected)
    {
        var source = new SourceText("p/cases/1.case", $"case p/1/a: one\n{line}");

        new EditedText(source, Library(Protocol, source))
            .Suggest(2, line.Length + 1)
            .Items.Select(item => item.Text)
            .ShouldBeSupersetOf(Words(expected));
    }

    [Theory]
    [InlineData("p/1/a", "member", "**Member**")]
    [InlineData(
        "when topic is",
        "topic",
        "**What is it about?**\n\n- `ward` A ward matter\n- `policy` Policy\n- `staff` Staff\n- `private` Something private"
    )]
    [InlineData("when topic is", "ward", "`ward`: A ward matter")]
    [InlineData("on ask", "ask", "**Ask**\n\nSomebody asks.\n\nAlso: question, query")]
    public void Describe_a_word_in_its_own_words(string before, string word, string expected)
    {
        var place = Protocol.IndexOf(word, Protocol.IndexOf(before, StringComparison.Ordinal), StringComparison.Ordinal);
        var line = Protocol[..place].Count(character => character == '\n') + 1;
        var column = place - Protocol.LastIndexOf('\n', place);

        var found = Edited(Protocol).Describe(line, column).ShouldNotBeNull();

        found.Text.ShouldBe(expected);
        (found.Column, found.EndColumn).ShouldBe((column, column + word.Length));
    }

    [Fact]
    public void Define_leads_to_heading_block_and_vocabulary()
    {
        var cases = new SourceText("p/cases/1.case", "case p/1.1/a: one\nact ask\nexpect cites 1.1\nexpect cites p/1/a\nlayer p\n");
        var library = Library(Protocol, cases);
        var inCases = new EditedText(cases, library);
        var topic = SampleProtocol.Vocabulary.Facts["topic"].At;

        inCases.Define(3, "expect cites 1".Length + 1).ShouldBe(new Location("p/p.protocol.md", LineOf(Protocol, "### 1.1"), 5));
        inCases.Define(4, "expect cites p".Length + 1)!.Value.Line.ShouldBe(LineOf(Protocol, "on ask by member"));
        inCases.Define(5, 7).ShouldBe(new Location("p/p.protocol.md", 1, 1));
        inCases.Define(2, 5)!.Value.Path.ShouldBe("vocabulary/sample.md");
        Edited(Protocol).Define(LineOf(Protocol, "when topic"), 7)!.Value.Line.ShouldBe(topic.Line);
        Edited(Protocol).Define(LineOf(Protocol, "Words."), 2).ShouldBeNull();
    }

    [Fact]
    public void Outline_has_the_clauses_with_their_norms()
    {
        var text = Protocol.Replace("HERE", "on tell\nmay", StringComparison.Ordinal);

        Edited(text).Outline().Select(entry => $"{entry.Level} {entry.Name}").ShouldBe(["2 1 One", "3 p/1/a", "3 1.1 More", "4 p/1.1/a"]);
    }

    [Theory]
    [InlineData("on ask by membre", 11, 17)]
    [InlineData("show \"🙂 é\" x", 13, 14)]
    [InlineData("when (urgnt)", 7, 12)]
    [InlineData("show \"open", 6, 11)]
    [InlineData("on  ", 3, 3)]
    public void End_of_a_finding_is_the_end_of_its_word(string line, int column, int end) =>
        new EditedText(new SourceText("p/p.protocol.md", line), Library(line)).EndOf(1, column).ShouldBe(end);

    [Fact]
    public void Broken_text_answers_every_question()
    {
        var random = new Draw(20260406);
        for (var round = 0; round < 150; round++)
        {
            var text = FuzzTests.Break(round % 2 == 0 ? SampleProtocol.ProtocolText : Protocol, random);
            var path = (round % 3) switch
            {
                0 => "p/cases/1.case",
                1 => "vocabulary/more.md",
                _ => "p/p.protocol.md",
            };
            var source = new SourceText(path, text);
            var edited = new EditedText(source, Library(Protocol, source));
            edited.Outline().ShouldNotBeNull();
            var lines = text.Split('\n');
            for (var line = 0; line <= lines.Length + 1; line++)
            {
                for (var column = 0; column <= 30; column += 3)
                {
                    edited.Suggest(line, column).Items.ShouldNotBeNull();
                    edited.Describe(line, column);
                    edited.Define(line, column);
                    edited.EndOf(line, column).ShouldBeGreaterThanOrEqualTo(column);
                }
            }
        }
    }

    [Theory]
    [InlineData("wigan")]
    [InlineData("town")]
    public void Every_name_of_a_pack_is_known_where_it_stands(string key)
    {
        var file = Repository.Library.File(key)!;
        var edited = new EditedText(file.Source, Repository.Library);
        var names = file.Rules.SelectMany(rule =>
            rule.Scope.Acts.Concat(rule.Scope.By).Concat(rule.When.SelectMany(condition => condition.Facts())).Concat(rule.Despite)
        );

        foreach (var name in names)
        {
            edited.Describe(name.At.Line, name.At.Column).ShouldNotBeNull($"{name} at {name.At}");
            if (name.Text != "unresolved-at")
            {
                edited.Define(name.At.Line, name.At.Column).ShouldNotBeNull($"{name} at {name.At}");
            }
        }
    }

    private static IEnumerable<string> Suggested(string line, string before)
    {
        var (edited, number) = Edit(line, before);
        return edited.Suggest(number, line.Length + 1).Items.Select(item => item.Text);
    }

    private static (EditedText Edited, int Line) Edit(string line, string before)
    {
        var text = Protocol.Replace("HERE", before + line, StringComparison.Ordinal);
        return (Edited(text), LineOf(Protocol, "HERE") + before.Count(character => character == '\n'));
    }

    private static EditedText Edited(string text)
    {
        var source = new SourceText("p/p.protocol.md", text);
        return new EditedText(source, Library(text));
    }

    private static ProtocolLibrary Library(string protocol, params SourceText[] more) =>
        ProtocolLibrary.Read([
            new SourceText("vocabulary/sample.md", SampleProtocol.VocabularyText),
            .. more.Any(text => text.Path == "p/p.protocol.md") ? Array.Empty<SourceText>() : [new SourceText("p/p.protocol.md", protocol)],
            .. more,
        ]);

    private static int LineOf(string text, string part) =>
        text[..text.IndexOf(part, StringComparison.Ordinal)].Count(character => character == '\n') + 1;

    private static string[] Words(string words) => words.Split(' ');
}

file static class Supersets
{
    public static void ShouldBeSupersetOf(this IEnumerable<string> all, IEnumerable<string> some) => some.ShouldBeSubsetOf(all);
}
