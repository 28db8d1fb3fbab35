using Comity.Protocols;
using Comity.Protocols.Language;
using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.Storage;

namespace Comity.Service.Rulings;

/// <summary>Nobody decides about themselves: neither of an office that they hold, nor of what starts a clock while they owe or are owed something.</summary>
internal static class RulingConcern
{
    public const string OwnOffice =
        "It names an office that you hold, and nobody decides about themselves. Somebody else has to say what the protocol means here. This is a safeguard of Comity's own (comity/1), not a clause of the protocol.";

    public static async Task<string?> RefusalAsync(
        this ComityDb db,
        Viewer viewer,
        Protocol protocol,
        string act,
        IEnumerable<string?> places,
        CancellationToken ct
    )
    {
        if (places.OfType<string>().Any(viewer.Holds))
        {
            return OwnOffice;
        }

        var startsClocks = protocol.RulesOn(act).SelectMany(rule => rule.Effects).Any(effect => effect is DueEffect);
        return startsClocks && await db.ConcernsAsync(viewer, ct) ? OwnMatter.Refusal : null;
    }
}
