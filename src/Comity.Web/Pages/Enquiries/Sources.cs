using Comity.Service.Matters;

namespace Comity.Web.Pages.Enquiries;

/// <summary>
/// Where a rule comes from, as a page says it: the protocol's clause, the council's own arrangement, or Comity's own safeguard. The three are
/// never mixed up.
/// </summary>
public static class Sources
{
    private const string Arrangement = "arrangement:";

    public static string InWords(string source) =>
        source == Audience.SafeguardSource ? "Comity’s own safeguard, not the protocol"
        : source.StartsWith(Arrangement, StringComparison.Ordinal) ? $"the council’s own arrangement,{source[Arrangement.Length..]}"
        : source.Split('/') is [_, var clause, ..] ? $"clause {clause}"
        : source;
}
