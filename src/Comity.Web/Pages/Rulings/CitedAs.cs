using Comity.Protocols.Explanations;
using Comity.Protocols.Language;

namespace Comity.Web.Pages.Rulings;

/// <summary>How a page names what an answer rests on, and where it can be read. What is not the protocol's own text says so.</summary>
public sealed record CitedAs(string Words, string Link)
{
    public static CitedAs Of(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return citation.Layer switch
        {
            Layer.Protocol => new($"Clause {citation.Clause}", $"/protocol/clauses/{Uri.EscapeDataString(citation.Clause)}"),
            Layer.Law => new($"The law, {citation.Clause}", $"/protocol/law#{citation.LastingId}"),
            Layer.Ruling => new($"The Monitoring Officer’s ruling {citation.Clause}", $"/rulings/{citation.Clause[1..]}"),
            Layer.Arrangement => new($"The council’s own arrangement {citation.Clause}", $"/rulings/{citation.Clause[1..]}"),
            _ => new($"Comity’s safeguard {citation.Clause}, which is not the protocol’s", $"/protocol/safeguards#{citation.LastingId}"),
        };
    }
}
