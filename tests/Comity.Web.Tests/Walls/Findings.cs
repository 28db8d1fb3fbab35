using System.Globalization;
using System.Net;
using System.Text;

namespace Comity.Web.Tests.Walls;

/// <summary>What the walk met that it must not meet, and a table of all answers for whoever reads the log.</summary>
internal sealed class Findings(IReadOnlyList<WalledMatter> matters)
{
    private readonly SortedDictionary<string, Dictionary<Onlooker, string>> _rows = new(StringComparer.Ordinal);

    public List<string> Wrong { get; } = [];

    public void Judge(Onlooker onlooker, Route route, WalledMatter matter, bool opens, Answered answer, Answered expected)
    {
        var pattern = route.Pattern.TrimStart('/');
        var at = $"{pattern} {route.Method} {matter.Name}";
        _rows.TryAdd(at, []);
        _rows[at][onlooker] = ((int)answer.Status).ToString(CultureInfo.InvariantCulture);
        Look(onlooker, route, "", answer.Text);
        if (opens)
        {
            JudgeOpen(onlooker, route, matter, answer);
        }
        else if (!answer.IsSameAs(expected))
        {
            Wrong.Add($"{onlooker} tells {route} ({matter.Name}) from one that was never there: {answer}");
        }
        else if (expected.Status is not (HttpStatusCode.NotFound or HttpStatusCode.Redirect))
        {
            Wrong.Add($"{onlooker} gets {expected.Status} for {route} of a matter that was never there.");
        }
    }

    /// <summary>Nobody meets a word of a matter in which they stand nowhere; and of one in which they do, only what is for them.</summary>
    public void Look(Onlooker onlooker, Route route, string how, string text)
    {
        foreach (var matter in matters)
        {
            var stands = matter.Of(onlooker);
            var hidden = matter.Words.Where(word =>
                stands == Stands.Nowhere
                || (word.StartsWith("Thomasina", StringComparison.Ordinal) && !MayMeetResident(route, stands))
                || (word.StartsWith("Velveteen", StringComparison.Ordinal) && (stands & WallMatrix.Officers) == Stands.Nowhere)
            );
            Wrong.AddRange(
                hidden
                    .Where(word => text.Contains(word, StringComparison.Ordinal))
                    .Select(word => $"{onlooker} meets “{word}” of {matter.Name} on {route} {how}")
            );
        }
    }

    public string Table()
    {
        var everybody = Enum.GetValues<Onlooker>();
        var text = new StringBuilder();
        text.Append("".PadRight(64)).AppendJoin(' ', everybody.Select(onlooker => onlooker.ToString().PadRight(17))).AppendLine();
        foreach (var (route, row) in _rows)
        {
            text.Append(route.PadRight(64))
                .AppendJoin(' ', everybody.Select(onlooker => row.GetValueOrDefault(onlooker, "-").PadRight(17)))
                .AppendLine();
        }

        return text.ToString();
    }

    // The details stand on their own page and in an export of the record, for those who hold that part.
    private static bool MayMeetResident(Route route, Stands stands) =>
        (stands & WallMatrix.Residents) != Stands.Nowhere
        && (route.Pattern.EndsWith("/resident", StringComparison.Ordinal) || route.Pattern.EndsWith("record", StringComparison.Ordinal));

    private void JudgeOpen(Onlooker onlooker, Route route, WalledMatter matter, Answered answer)
    {
        var pattern = route.Pattern.TrimStart('/');
        if (
            answer.Status is not (HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.Conflict)
            && (route.Method == "GET" || !WallMatrix.NamesOneThing.Contains(pattern))
        )
        {
            Wrong.Add($"{onlooker} may open {route} ({matter.Name}) and gets {answer.Status}.");
        }

        var mustShow = pattern switch
        {
            "enquiries/{reference}" or "concerns/{reference}" => "Marzipan",
            "enquiries/{reference}/files/{id:guid}" or "concerns/{reference}/files/{id:guid}" => "Wainscot",
            "enquiries/{reference}/resident" when route.Method == "GET" => "Thomasina",
            "enquiries/{reference}/record" when route.Method == "POST" => "Marzipan",
            _ => "",
        };
        if (!answer.Text.Contains(mustShow, StringComparison.Ordinal))
        {
            Wrong.Add($"{onlooker} may read {route} ({matter.Name}) and does not find its words.");
        }
    }
}
