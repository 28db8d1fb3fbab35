using System.Text;
using Comity.Protocols.Language;
using Comity.Protocols.Tests.Evaluation;
using Comity.Protocols.Tests.Packs;

namespace Comity.Protocols.Tests.Language;

/// <summary>Formatting changes how the blocks are written, and nothing else.</summary>
public class FormatterTests
{
    private const string Head = "---\nprotocol: p\n---\n\n## 1 One {#one}\n\nWords.\n\n";

    public static TheoryData<string> Keys => PackTests.Keys;

    [Fact]
    public void Format_a_rule_puts_its_lines_into_the_order_of_the_language()
    {
        var text =
            Head
            + "``` rule  p/1/a  \n\n  on ask ,tell by member\n  must   not\nunless ( raining )\n  when not ( topic  is  ward )\nshow \"A  text   as it is.\"\n\n\n\non tell\nmay\n\n```  \n";

        Formatted(text)
            .ShouldBe(
                Head
                    + "```rule p/1/a\non ask, tell by member\nwhen topic is not ward\nunless raining\nmust not\nshow \"A  text   as it is.\"\n\non tell\nmay\n```\n"
            );
    }

    [Fact]
    public void Format_keeps_each_comment_above_the_line_that_it_stood_above()
    {
        var text =
            Head
            + "```rule p/1/a\n# Of the rule.\n\n# Of the act.\non ask\n  # Of the answer.\nmay\n#Of the exception.\nunless raining\n# At the end.\n```\n";

        Formatted(text)
            .ShouldBe(
                Head
                    + "```rule p/1/a\n# Of the rule.\n\n# Of the act.\non ask\n#Of the exception.\nunless raining\n# Of the answer.\nmay\n# At the end.\n```\n"
            );
    }

    [Fact]
    public void Format_joins_what_is_one_list()
    {
        var text = Head + "```rule p/1/a\non ask\n# First.\ndespite p/1/b\nmay\n# Second.\ndespite p/1/c,p/1/d\n```\n";

        Formatted(text).ShouldBe(Head + "```rule p/1/a\non ask\n# First.\n# Second.\ndespite p/1/b, p/1/c, p/1/d\nmay\n```\n");
    }

    [Fact]
    public void Format_writes_gap_clash_and_fault_in_their_order()
    {
        var text =
            Head
            + "```gap p/a\nask   director\n\n# Why.\nsays \"Nothing  is said.\"\nnearest p/1/a,p/1/b\non ask\n```\n"
            + "```clash p/b\nresolved \"So.\"\nsays \"Two.\"\nbetween p/1/a ,p/1/c   and p/1/b\n```\n"
            + "```fault p/c\nsays \"A slip.\"\nin p/1/a , p/1/b\n```\n";

        Formatted(text)
            .ShouldBe(
                Head
                    + "```gap p/a\non ask\n# Why.\nsays \"Nothing  is said.\"\nnearest p/1/a, p/1/b\nask director\n```\n"
                    + "```clash p/b\nbetween p/1/a, p/1/c and p/1/b\nsays \"Two.\"\nresolved \"So.\"\n```\n"
                    + "```fault p/c\nin p/1/a, p/1/b\nsays \"A slip.\"\n```\n"
            );
    }

    [Fact]
    public void Format_leaves_what_stands_outside_the_blocks_byte_for_byte()
    {
        const string text =
            "\uFEFF---\r\nprotocol:   p\r\n# a comment\r\n---\r\n\r\n\r\n# Title  \r\n##  1   One {#one}  \r\n   Prose,   as it is.\t\r\n````text\r\n```rule p/1/a\r\non   ask\r\n```\r\n````\r\n";

        Formatted(text).ShouldBe(text);
        Formatted(text + "```rule p/1/a\r\non   ask\r\nmay\r\n```\n\n\nEnd, without a line ending")
            .ShouldBe(text + "```rule p/1/a\r\non ask\r\nmay\r\n```\n\n\nEnd, without a line ending");
    }

    [Fact]
    public void Format_throws_away_no_line_that_another_says_again()
    {
        var text = Head + "```fault p/c\nsays \"One.\"\n  says \"Two.\"\n```\n";

        Formatted(text).ShouldBe(Head + "```fault p/c\nsays \"One.\"\nsays \"Two.\"\n```\n");
    }

    [Fact]
    public void Format_a_text_with_errors_leaves_it_and_says_where_they_are()
    {
        var text = Head + "```rule p/1/a\non   ask\nmust nought\n```\n";

        var formatted = ProtocolFormatter.Format(new SourceText("p.protocol.md", text));

        formatted.Text.ShouldBe(text);
        formatted.Errors.Select(error => (error.Id, error.Line, error.Column)).ShouldBe([("CP0019", 11, 6)]);
    }

    [Fact]
    public void Format_needs_no_vocabulary() =>
        Formatted(Head + "```rule p/1/a\non  nothing-known by nobody-known\nmay\n```\n")
            .ShouldBe(Head + "```rule p/1/a\non nothing-known by nobody-known\nmay\n```\n");

    [Theory]
    [MemberData(nameof(Keys))]
    public void Format_a_pack_changes_nothing_that_it_means(string key)
    {
        var file = Repository.Library.File(key)!;

        var once = Formatted(file.Source.Text);

        Meaning(once, file.Vocabulary).ShouldBe(Meaning(file.Source.Text, file.Vocabulary));
        Formatted(once).ShouldBe(once);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Pack_of_the_repository_is_formatted(string key)
    {
        var text = Repository.Library.File(key)!.Source.Text;

        (Formatted(text) == text).ShouldBeTrue($"{key} is not formatted: run ./comity fmt");
    }

    [Theory]
    [InlineData("sample", 1_500)]
    [InlineData("wigan", 30)]
    [InlineData("town", 30)]
    public void Format_a_fuzzed_file_changes_nothing_that_it_means(string key, int rounds)
    {
        var (text, vocabulary) =
            key == "sample"
                ? (SampleProtocol.ProtocolText, SampleProtocol.Vocabulary)
                : (Repository.Library.File(key)!.Source.Text, Repository.Library.Vocabulary);
        var random = new Draw(20260405);
        var written = 0;
        for (var round = 0; round < rounds; round++)
        {
            // Broken, and strewn with blanks, comments and other line endings.
            var source = Strew(round % 2 == 0 ? text : FuzzTests.Break(text, random), random);
            var formatted = ProtocolFormatter.Format(new SourceText("p.protocol.md", source));
            if (formatted.Errors.Count > 0)
            {
                formatted.Text.ShouldBe(source);
                continue;
            }

            written++;
            Meaning(formatted.Text, vocabulary).ShouldBe(Meaning(source, vocabulary));
            Comments(formatted.Text).ShouldBe(Comments(source), ignoreOrder: true);
            Formatted(formatted.Text).ShouldBe(formatted.Text);
        }

        written.ShouldBeGreaterThan(rounds / 3);
    }

    private static string Formatted(string text)
    {
        var formatted = ProtocolFormatter.Format(new SourceText("p.protocol.md", text));
        formatted.Errors.Select(error => error.ToString()).ShouldBeEmpty();
        return formatted.Text;
    }

    private static string Strew(string text, Draw random)
    {
        var strewn = new StringBuilder();
        var isBlock = false;
        foreach (var line in text.Split('\n'))
        {
            var isFence = line.StartsWith("```", StringComparison.Ordinal);
            isBlock ^= isFence;
            if (isBlock && !isFence && random.Next(6) == 0)
            {
                strewn.Append(random.Next(2) == 0 ? "# a comment\n" : "   #   and one more  \r\n");
            }

            strewn.Append(isBlock && !isFence && random.Next(4) == 0 ? $"  {line}\t" : line);
            strewn.Append(random.Next(9) == 0 ? "\r\n" : "\n");
        }

        return strewn.ToString();
    }

    private static IEnumerable<string> Comments(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith('#'));

    // All that was read of a file, without the places.
    private static string Meaning(string text, Vocabulary vocabulary)
    {
        var file = ProtocolFile.Read(new SourceText("p.protocol.md", text), vocabulary);
        var findings = file.Diagnostics.Select(found => $"{found.Id} {found.Message}").Order(StringComparer.Ordinal);
        return string.Join('\n', [ProtocolPrinter.Print(file), .. findings]);
    }
}
