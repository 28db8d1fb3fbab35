using Comity.Service.Matters;
using Comity.Service.People;

namespace Comity.Web.Pages.Enquiries;

/// <summary>
/// Where a rule comes from, as a page says it: the protocol's clause, the council's own arrangement, or Comity's own safeguard. The three are
/// never mixed up.
/// </summary>
public static class Sources
{
    private const string Arrangement = "arrangement:";

    /// <summary>A clock as it was set going: "10 working days from Thursday 2 April 2026"; "Promptly" where it has no number.</summary>
    public static string ClockInWords(string clock, DateOnly anchor)
    {
        const string After = " after";
        var words = clock.EndsWith(After, StringComparison.Ordinal) ? clock[..^After.Length] : clock;
        return words == "promptly" ? "Promptly" : $"{words} from {anchor.InWords()}";
    }

    public static bool IsArrangement(string source) => source.StartsWith(Arrangement, StringComparison.Ordinal);

    public static string InWords(string source) =>
        source == Audience.SafeguardSource ? "Comity’s own safeguard, not the protocol"
        : IsArrangement(source) ? $"the council’s own arrangement,{source[Arrangement.Length..]}"
        : source.Split('/') is [_, var section, ..] && IsLaw(section) ? $"the law, {section}"
        : source.Split('/') is [_, var clause, ..] ? $"clause {clause}"
        : source;

    // Sections, regulations and articles; no protocol numbers its clauses like that.
    private static bool IsLaw(string section) =>
        section.StartsWith("s.", StringComparison.Ordinal)
        || section.StartsWith("r.", StringComparison.Ordinal)
        || section.StartsWith("art.", StringComparison.Ordinal);
}
