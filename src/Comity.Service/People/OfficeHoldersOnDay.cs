using Comity.Protocols.Routes;

namespace Comity.Service.People;

/// <summary>The answers of the council's register to the offices that a route names, as they were on one day. Persons are ids in the form "N".</summary>
public sealed class OfficeHoldersOnDay : IOfficeHolders
{
    private readonly DateOnly _day;
    private readonly Dictionary<(string Role, string? Of), IReadOnlyList<string>> _holders;

    internal OfficeHoldersOnDay(DateOnly day, Dictionary<(string Role, string? Of), IReadOnlyList<string>> holders)
    {
        _day = day;
        _holders = holders;
    }

    public IReadOnlyList<string> HoldersOf(string role, string? of, DateOnly? on) =>
        on is { } other && other != _day ? throw new InvalidOperationException($"The register was asked for {_day:O}, not for {other:O}.")
        : _holders.TryGetValue((role, of), out var found) ? found
        : throw new InvalidOperationException($"The register was not asked for {role}{(of is null ? "" : " of a party")}.");

    /// <summary>No arrangement names substitutes yet, so a step without a holder stays a reported gap.</summary>
    public IReadOnlyList<string> SubstitutesFor(string role, string? of, DateOnly? on) => [];

    /// <summary>No protocol in use asks for a register of relationships (wigan 4.10 offers a disclosure and requires none), so none is known.</summary>
    public bool HaveDeclaredRelationship(string person, string other, DateOnly? on) => false;
}
