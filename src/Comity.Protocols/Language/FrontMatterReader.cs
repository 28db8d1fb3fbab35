using System.Collections.Frozen;

namespace Comity.Protocols.Language;

/// <summary>Reads front matter.</summary>
internal static class FrontMatterReader
{
    internal static readonly string[] Nations = ["england", "wales", "scotland", "northern-ireland", "uk"];

    internal static readonly string[] CouncilKinds = ["parish", "town", "district", "county", "unitary", "metropolitan", "london-borough"];

    private static readonly string[] DateKeys = ["adopted-on", "next-review", "in-force-from", "in-force-until"];

    internal static readonly FrozenDictionary<string, Layer> Layers = new Dictionary<string, Layer>(StringComparer.Ordinal)
    {
        ["law"] = Layer.Law,
        ["ruling"] = Layer.Ruling,
        ["protocol"] = Layer.Protocol,
        ["arrangement"] = Layer.Arrangement,
        ["safeguard"] = Layer.Safeguard,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static DocumentControl Read(IReadOnlyList<SourceLine>? lines, SourceText source, DiagnosticBag bag)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var places = new Dictionary<string, Location>(StringComparer.Ordinal);
        if (lines is null)
        {
            bag.Report(
                DiagnosticKinds.FrontMatterMissing,
                new Location(source.Path, 1, 1),
                "the text does not begin with front matter between two lines of `---`"
            );
        }

        foreach (var line in lines ?? [])
        {
            ReadLine(line, values, places, bag);
        }

        if (lines is not null && values.GetValueOrDefault("protocol") is not { Length: > 0 })
        {
            bag.Report(
                DiagnosticKinds.ProtocolKeyMissing,
                places.GetValueOrDefault("protocol", new Location(source.Path, 1, 1)),
                "the front matter has no `protocol`",
                "add `protocol: NAME`"
            );
        }

        foreach (var key in DateKeys)
        {
            if (values.GetValueOrDefault(key) is { Length: > 0 } date && Dates.ParseOrNull(date) is null)
            {
                bag.Report(
                    DiagnosticKinds.FrontMatterValue,
                    places[key],
                    $"`{key}` is `{date}`, which is no date",
                    "write it as `2026-04-20`"
                );
            }
        }

        var layer = Closed("layer", Layers.Keys, values, places, bag) is [var word] ? Layers[word] : Layer.Protocol;
        return new DocumentControl(
            values,
            layer,
            Closed("nation", Nations, values, places, bag),
            Closed("council-kind", CouncilKinds, values, places, bag)
        );
    }

    private static void ReadLine(SourceLine line, Dictionary<string, string> values, Dictionary<string, Location> places, DiagnosticBag bag)
    {
        if (string.IsNullOrWhiteSpace(line.Text) || line.IsComment)
        {
            return;
        }

        var colon = line.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            bag.Report(DiagnosticKinds.FrontMatterLine, line.At(1), $"`{line.Text.Trim()}` is not of the form `key: value`");
            return;
        }

        var key = line.Text[..colon].Trim();
        if (!DocumentControl.Keys.Contains(key))
        {
            bag.ReportUnknown(DiagnosticKinds.FrontMatterKey, line.At(1), "key of the front matter", key, DocumentControl.Keys);
            return;
        }

        if (!values.TryAdd(key, Unquote(line.Text[(colon + 1)..].Trim())))
        {
            bag.Report(DiagnosticKinds.FrontMatterTwice, line.At(1), $"`{key}` stands twice");
            return;
        }

        places[key] = line.At(colon + 2);
    }

    // Editors that know YAML put a value with a colon in quotation marks.
    private static string Unquote(string value) => value.Length >= 2 && value[0] == '"' && value[^1] == '"' ? value[1..^1] : value;

    private static List<string> Closed(
        string key,
        IReadOnlyCollection<string> allowed,
        Dictionary<string, string> values,
        Dictionary<string, Location> places,
        DiagnosticBag bag
    )
    {
        var found = new List<string>();
        if (values.GetValueOrDefault(key) is not { Length: > 0 } value)
        {
            return found;
        }

        var words = key is "council-kind" or "nation" ? value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) : [value];
        foreach (var word in words)
        {
            if (allowed.Contains(word))
            {
                found.Add(word);
            }
            else
            {
                bag.ReportUnknown(DiagnosticKinds.FrontMatterValue, places[key], key, word, allowed);
            }
        }

        return found;
    }
}
