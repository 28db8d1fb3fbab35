using Comity.Protocols.Language;
using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;

namespace Comity.Web.Pages.Why;

/// <summary>What a reason rests on, in words, and where it can be read.</summary>
public sealed record Source(string Words, string? Link)
{
    private const string ArrangementMark = "arrangement: ";

    public static Source Of(string source, ReadTogether? read)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source == Audience.SafeguardSource)
        {
            return new Source("Comity’s own safeguard on who sees a matter. It is not the protocol’s.", "/protocol/safeguards");
        }

        if (source.StartsWith(ArrangementMark, StringComparison.Ordinal))
        {
            return new Source($"The council’s own arrangement, {source[ArrangementMark.Length..]}.", "/protocol#settled-by-the-council");
        }

        return read?.Protocol.Norms.FirstOrDefault(norm => norm.Id == source) switch
        {
            { Layer: Layer.Law } norm => new Source($"The law, {norm.Clause.Heading}.", $"/protocol/law#{norm.Clause.LastingId}"),
            { Layer: Layer.Ruling } norm => new Source(
                $"The Monitoring Officer’s ruling, {norm.Clause.Heading}.",
                $"/rulings/{norm.Clause.Number[1..]}"
            ),
            { Layer: Layer.Arrangement } norm => new Source(
                $"The council’s own arrangement, {norm.Clause.Heading}. It is not the protocol’s.",
                $"/rulings/{norm.Clause.Number[1..]}"
            ),
            { Layer: Layer.Safeguard } norm => new Source(
                $"Comity’s own safeguard, {norm.Clause.Heading}. It is not the protocol’s.",
                $"/protocol/safeguards#{norm.Clause.LastingId}"
            ),
            { } norm => new Source(
                $"Clause {norm.Clause.Number} of the protocol, {norm.Clause.Heading}.",
                $"/protocol/clauses/{Uri.EscapeDataString(norm.Clause.LastingId)}"
            ),
            null => new Source(source, null),
        };
    }
}
