namespace Comity.Service.People.Import;

/// <summary>A line of the file, understood.</summary>
public sealed record PeopleRow
{
    public required int Line { get; init; }
    public required string Name { get; init; }
    public string? Email { get; init; }

    /// <summary>What the person is known by from one import to the next: the "key" column, or else the email address.</summary>
    public required string Key { get; init; }

    public required PersonKind Kind { get; init; }
    public string? OutsideBody { get; init; }
    public string? Ward { get; init; }
    public string? Group { get; init; }
    public string PlaceInGroup { get; init; } = Places.Member;

    /// <summary>The first is the one that has a line manager. Empty for somebody who holds none.</summary>
    public IReadOnlyList<WantedOffice> Offices { get; init; } = [];

    public string? Service { get; init; }
    public string? PartOf { get; init; }
    public string? LineManager { get; init; }
    public bool PoliticallyRestricted { get; init; }
    public bool Junior { get; init; }
    public DateOnly? TermStart { get; init; }
    public DateOnly? TermEnd { get; init; }
    public IReadOnlyList<WantedPlace> Committees { get; init; } = [];
}
