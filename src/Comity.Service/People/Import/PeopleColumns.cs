namespace Comity.Service.People.Import;

/// <summary>The columns of people.csv (docs/import.md). A file needs only "name" and "kind"; the order does not matter.</summary>
public static class PeopleColumns
{
    public const string Name = "name";
    public const string Email = "email";
    public const string Key = "key";
    public const string Kind = "kind";
    public const string OutsideBody = "outside body";
    public const string Ward = "ward";
    public const string Group = "group";
    public const string PlaceInGroup = "place in group";
    public const string Office = "office";
    public const string Role = "role";
    public const string OtherOffices = "other offices";
    public const string Service = "service";
    public const string PartOf = "part of";
    public const string LineManager = "line manager";
    public const string PoliticallyRestricted = "politically restricted";
    public const string Junior = "junior";
    public const string TermStart = "term start";
    public const string TermEnd = "term end";
    public const string Committees = "committees";

    public static IReadOnlyList<string> All { get; } =
    [
        Name,
        Email,
        Key,
        Kind,
        OutsideBody,
        Ward,
        Group,
        PlaceInGroup,
        Office,
        Role,
        OtherOffices,
        Service,
        PartOf,
        LineManager,
        PoliticallyRestricted,
        Junior,
        TermStart,
        TermEnd,
        Committees,
    ];

    public static IReadOnlyList<string> Required { get; } = [Name, Kind];
}
