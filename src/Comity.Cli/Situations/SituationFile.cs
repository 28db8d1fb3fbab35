using System.Globalization;
using Comity.Protocols.Language;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Comity.Cli.Situations;

/// <summary>
/// A situation as somebody wrote it, in YAML or JSON, before its words are looked up: <c>act</c>, <c>by</c>, <c>to</c>,
/// <c>about</c>, <c>facts</c>, <c>on</c>, <c>people</c>.
/// </summary>
public sealed class SituationFile
{
    private static readonly string[] Keys = ["act", "by", "to", "about", "facts", "on", "people"];

    public Word? Act { get; private set; }

    public IReadOnlyList<Word> By { get; private set; } = [];

    public IReadOnlyList<Word> To { get; private set; } = [];

    public IReadOnlyList<Word> About { get; private set; } = [];

    public IReadOnlyList<(Word Name, Word Value)> Facts { get; private set; } = [];

    public DateOnly? On { get; private set; }

    /// <summary>Which person stands in which place, so that a route can pass over a party.</summary>
    public IReadOnlyList<(Word Place, Word Person)> People { get; private set; } = [];

    public static SituationFile Read(string text, ICollection<SituationFault> faults)
    {
        var file = new SituationFile();
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        // The reader of the package answers some broken texts with an exception of its own and some with this one.
        catch (Exception broken) when (broken is YamlException or InvalidOperationException)
        {
            var start = broken is YamlException { Start: var mark } ? At("", mark) : new Word("", 1, 1);
            faults.Add(
                new SituationFault(start, "this is neither YAML nor JSON", "every line is `key: value`, and every bracket is closed")
            );
            return file;
        }

        if (stream.Documents is not [{ RootNode: YamlMappingNode root }, ..])
        {
            faults.Add(new SituationFault(new Word("", 1, 1), "a situation is a list of `key: value` lines", "start with `act:`"));
            return file;
        }

        foreach (var (key, value) in root.Children)
        {
            file.Take(WordOf(key), value, faults);
        }

        if (file.Act is null)
        {
            faults.Add(new SituationFault(new Word("", 1, 1), "a situation needs an `act`", "for example `act: reply`"));
        }

        return file;
    }

    private void Take(Word key, YamlNode value, ICollection<SituationFault> faults)
    {
        switch (key.Text)
        {
            case "act":
                Act = One(key, value, faults);
                break;
            case "by":
                By = Several(key, value, faults);
                break;
            case "to":
                To = Several(key, value, faults);
                break;
            case "about":
                About = Several(key, value, faults);
                break;
            case "facts":
                Facts = Pairs(key, value, faults);
                break;
            case "people":
                People = Pairs(key, value, faults);
                break;
            case "on":
                if (One(key, value, faults) is { } date)
                {
                    On = DateOnly.TryParseExact(date.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                        ? day
                        : Fault<DateOnly?>(faults, date, $"`{date.Text}` is not a date", "write it as 2026-04-02");
                }

                break;
            default:
                faults.Add(
                    new SituationFault(
                        key,
                        $"unknown key `{key.Text}`",
                        Nearest.Suggest(key.Text, Keys) ?? $"the keys are {string.Join(", ", Keys)}"
                    )
                );
                break;
        }
    }

    private static Word? One(Word key, YamlNode value, ICollection<SituationFault> faults) =>
        value is YamlScalarNode { Value.Length: > 0 } scalar
            ? WordOf(scalar)
            : Fault<Word>(faults, key, $"`{key.Text}` takes one word", null);

    private static List<Word> Several(Word key, YamlNode value, ICollection<SituationFault> faults)
    {
        switch (value)
        {
            case YamlScalarNode scalar:
                var whole = WordOf(scalar);
                return
                [
                    .. whole
                        .Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                        .Select(part => whole with { Text = part }),
                ];
            case YamlSequenceNode list when list.Children.All(item => item is YamlScalarNode):
                return [.. list.Children.Select(WordOf)];
            default:
                faults.Add(new SituationFault(key, $"`{key.Text}` takes one role or a list of roles", null));
                return [];
        }
    }

    private static List<(Word, Word)> Pairs(Word key, YamlNode value, ICollection<SituationFault> faults)
    {
        if (value is YamlScalarNode { Value: null or "" })
        {
            return [];
        }

        if (value is not YamlMappingNode map)
        {
            faults.Add(new SituationFault(key, $"`{key.Text}` takes `name: value` lines", null));
            return [];
        }

        var pairs = new List<(Word, Word)>();
        foreach (var (name, inner) in map.Children)
        {
            if (One(WordOf(name), inner, faults) is { } word)
            {
                pairs.Add((WordOf(name), word));
            }
        }

        return pairs;
    }

    private static T? Fault<T>(ICollection<SituationFault> faults, Word at, string message, string? hint)
    {
        faults.Add(new SituationFault(at, message, hint));
        return default;
    }

    private static Word WordOf(YamlNode node) => At(node is YamlScalarNode scalar ? scalar.Value ?? "" : node.ToString(), node.Start);

    private static Word At(string text, Mark mark) => new(text, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
}
