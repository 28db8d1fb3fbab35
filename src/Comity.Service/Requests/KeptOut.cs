using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;

namespace Comity.Service.Requests;

/// <summary>
/// Who does not answer what a member asks: the member, and whoever has declared a relationship with the member (a safeguard of Comity's own,
/// comity/1). Nothing that is shown tells one from the other, or from an office that is vacant: declarations are sealed.
/// </summary>
public sealed class KeptOut(CouncilOnDate council, ViewerTokens tokens)
{
    /// <summary>
    /// The offices that may have it, each with whoever acts there. An office goes as a whole: its holder and whoever stands in for the holder
    /// read what comes to it.
    /// </summary>
    /// <param name="held">Offices with everybody who holds them or acts for the holder.</param>
    public async Task<IReadOnlyList<HeldOffice>> LeaveAsync(
        IReadOnlyCollection<HeldOffice> held,
        Guid askerId,
        CouncilDay day,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(held);
        var close = await CloseToAsync(askerId, day, cancellationToken);
        var shut = held.Where(one => one.PersonId == askerId || IsClose(one.PersonId, close)).Select(one => one.OfficeId).ToHashSet();
        return CouncilOnDate.Acting([.. held.Where(one => !shut.Contains(one.OfficeId))]);
    }

    /// <summary>The offices of these ids that may have it.</summary>
    public async Task<IReadOnlyList<HeldOffice>> LeaveAsync(
        IReadOnlyCollection<Guid> officeIds,
        Guid askerId,
        CouncilDay day,
        CancellationToken cancellationToken
    )
    {
        var register = await council.RegisterAsync(day, cancellationToken);
        return await LeaveAsync([.. officeIds.Distinct().SelectMany(id => register.HeldIn(id, day.On))], askerId, day, cancellationToken);
    }

    private async Task<HashSet<string>> CloseToAsync(Guid personId, CouncilDay day, CancellationToken cancellationToken)
    {
        var register = await council.RegisterAsync(day, cancellationToken);
        return register.CloseTo(tokens.Person(personId, ContentClass.Sealed), day.On).ToHashSet(StringComparer.Ordinal);
    }

    private bool IsClose(Guid personId, HashSet<string> close) =>
        close.Count > 0 && close.Contains(tokens.Person(personId, ContentClass.Sealed));
}
