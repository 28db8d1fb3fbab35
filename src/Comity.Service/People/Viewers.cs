using Comity.Service.Kept;
using Comity.Service.Matters;

namespace Comity.Service.People;

/// <summary>
/// Makes a person into somebody who looks: with the offices of the day and the tokens these give. Somebody who holds no office on the day
/// sees nothing, own matters included: a member's rights end with the term (wigan 1.4).
/// </summary>
public sealed class Viewers(CouncilNow now, ViewerTokens tokens)
{
    public async Task<Viewer> OfAsync(Guid personId, DateOnly on, CancellationToken ct = default) =>
        Of(await now.GetAsync(ct), personId, on);

    /// <summary>The same by facts that are in hand.</summary>
    internal Viewer Of(CouncilFacts facts, Guid personId, DateOnly on)
    {
        var key = (nameof(Viewer), personId);
        return facts.Known<Viewer>(on, key) ?? facts.Keep(on, key, Of(facts.Register, on, personId));
    }

    private Viewer Of(CouncilRegister register, DateOnly on, Guid personId)
    {
        if (register.NameOf(personId) is not { } name)
        {
            return Viewer.Nobody;
        }

        var offices = register.OfficesOf(personId, on);
        if (offices.Count == 0)
        {
            return new Viewer(personId, name, [], [], []);
        }

        Guid[] officeIds = [.. offices.Select(office => office.OfficeId).Distinct()];
        return new Viewer(
            personId,
            name,
            officeIds,
            [.. offices.Select(office => office.Role).Concat(register.PlacesOf(personId, on).SelectMany(place => place.Roles)).Distinct()],
            tokens.All(personId, officeIds)
        );
    }
}
