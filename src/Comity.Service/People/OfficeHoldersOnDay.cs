using Comity.Protocols.Routes;

namespace Comity.Service.People;

/// <summary>The answers of the council's register to the offices that a route names, as they were on one day. Persons are ids in the form "N".</summary>
public sealed class OfficeHoldersOnDay : IOfficeHolders
{
    private readonly DateOnly _day;
    private readonly Dictionary<(string Role, string? Of), IReadOnlyList<string>> _holders;
    private readonly Dictionary<(string Role, string? Of), IReadOnlyList<SubstituteOnDay>> _substitutes;
    private readonly Dictionary<(string Person, string Other), Guid> _relationships;

    internal OfficeHoldersOnDay(
        DateOnly day,
        Dictionary<(string Role, string? Of), IReadOnlyList<string>> holders,
        Dictionary<(string Role, string? Of), IReadOnlyList<SubstituteOnDay>> substitutes,
        Dictionary<(string Person, string Other), Guid> relationships
    )
    {
        _day = day;
        _holders = holders;
        _substitutes = substitutes;
        _relationships = relationships;
    }

    public IReadOnlyList<string> HoldersOf(string role, string? of, DateOnly? on)
    {
        CheckDay(on);
        return _holders.TryGetValue((role, of), out var found)
            ? found
            : throw new InvalidOperationException($"The register was not asked for {role}{(of is null ? "" : " of a party")}.");
    }

    /// <summary>In the order in which the council stated them.</summary>
    public IReadOnlyList<string> SubstitutesFor(string role, string? of, DateOnly? on)
    {
        CheckDay(on);
        return [.. _substitutes.GetValueOrDefault((role, of), []).Select(substitute => substitute.Person).Distinct()];
    }

    public bool HaveDeclaredRelationship(string person, string other, DateOnly? on)
    {
        CheckDay(on);
        return RelationshipOf(person, other) is not null;
    }

    /// <summary>The sealed matter in which the two declared it, whichever of them did.</summary>
    internal Guid? RelationshipOf(string person, string other) =>
        _relationships.TryGetValue((person, other), out var matter) || _relationships.TryGetValue((other, person), out matter)
            ? matter
            : null;

    /// <summary>The arrangement by which somebody stands in.</summary>
    internal SubstituteOnDay? SubstituteIn(string person) =>
        _substitutes.Values.SelectMany(all => all).FirstOrDefault(substitute => substitute.Person == person);

    private void CheckDay(DateOnly? on)
    {
        if (on is { } other && other != _day)
        {
            throw new InvalidOperationException($"The register was asked for {_day:O}, not for {other:O}.");
        }
    }
}
