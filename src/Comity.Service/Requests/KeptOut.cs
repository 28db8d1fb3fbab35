using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;

namespace Comity.Service.Requests;

/// <summary>
/// Who does not answer what somebody asks: the asker, whoever has declared a relationship with the asker, and whoever holds an office that the
/// question is about (a safeguard of Comity's own, comity/1). Nothing that is shown tells one from the other, or from an office that is vacant:
/// declarations are sealed.
/// </summary>
public sealed class KeptOut(CouncilOnDate council, ViewerTokens tokens)
{
    /// <summary>What is said of an office that may not have it, and of one that is vacant.</summary>
    public const string NobodyThere = "Nobody in that office can answer it.";

    /// <summary>
    /// The offices that may have it, each with whoever acts there. An office goes as a whole: its holder and whoever stands in for the holder
    /// read what comes to it.
    /// </summary>
    /// <param name="held">Offices with everybody who holds them or acts for the holder.</param>
    public async Task<IReadOnlyList<HeldOffice>> LeaveAsync(
        IReadOnlyCollection<HeldOffice> held,
        Concerned concerned,
        CouncilDay day,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(concerned);
        var register = await council.RegisterAsync(day, cancellationToken);
        var close = register.CloseTo(tokens.Person(concerned.AskerId, ContentClass.Sealed), day.On).ToHashSet(StringComparer.Ordinal);
        var shut = held.Where(one => one.PersonId == concerned.AskerId || IsClose(one.PersonId, close) || IsNamed(one.PersonId))
            .Select(one => one.OfficeId)
            .ToHashSet();
        return CouncilOnDate.Acting([.. held.Where(one => !shut.Contains(one.OfficeId))]);

        bool IsNamed(Guid personId) =>
            concerned.Roles.Count > 0 && register.OfficesOf(personId, day.On).Any(office => concerned.Roles.Contains(office.Role));
    }

    /// <summary>The offices of these ids that may have it.</summary>
    public async Task<IReadOnlyList<HeldOffice>> LeaveAsync(
        IReadOnlyCollection<Guid> officeIds,
        Concerned concerned,
        CouncilDay day,
        CancellationToken cancellationToken
    )
    {
        var register = await council.RegisterAsync(day, cancellationToken);
        return await LeaveAsync([.. officeIds.Distinct().SelectMany(id => register.HeldIn(id, day.On))], concerned, day, cancellationToken);
    }

    private bool IsClose(Guid personId, HashSet<string> close) =>
        close.Count > 0 && close.Contains(tokens.Person(personId, ContentClass.Sealed));
}
