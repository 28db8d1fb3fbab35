using Comity.Protocols.Routes;

namespace Comity.Cli.Situations;

/// <summary>
/// The people that a situation names, as a council would know them: <c>subject: ann</c> · <c>line-manager of subject: bob</c> ·
/// <c>monitoring-officer: cat, dan</c> · <c>substitute for monitoring-officer: eve</c> · <c>related to ann: bob</c>.
/// </summary>
public sealed class StatedPeople : IOfficeHolders
{
    private const string Substitute = "substitute for ";
    private const string Related = "related to ";

    private readonly Dictionary<string, IReadOnlyList<string>> places;

    private StatedPeople(Dictionary<string, IReadOnlyList<string>> places)
    {
        this.places = places;
        Parties = new Parties(At("actor"), At("recipient"), At("subject"));
    }

    public Parties Parties { get; }

    public static StatedPeople From(IEnumerable<(Word Place, Word Person)> stated) =>
        new(
            stated
                .GroupBy(line => line.Place.Text, StringComparer.Ordinal)
                .ToDictionary(
                    group => group.Key,
                    IReadOnlyList<string> (group) =>
                        [
                            .. group.SelectMany(line =>
                                line.Person.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                            ),
                        ],
                    StringComparer.Ordinal
                )
        );

    public IReadOnlyList<string> HoldersOf(string role, string? of, DateOnly? on) => Holders(role, of);

    public IReadOnlyList<string> SubstitutesFor(string role, string? of, DateOnly? on) => Holders(Substitute + role, of);

    public bool HaveDeclaredRelationship(string person, string other, DateOnly? on) =>
        At(Related + person).Contains(other) || At(Related + other).Contains(person);

    private IReadOnlyList<string> Holders(string place, string? of)
    {
        if (of is null)
        {
            return At(place);
        }

        string[] parties =
        [
            .. Parties.Actors.Contains(of) ? ["actor"] : Array.Empty<string>(),
            .. Parties.Recipients.Contains(of) ? ["recipient"] : Array.Empty<string>(),
            .. Parties.Subjects.Contains(of) ? ["subject"] : Array.Empty<string>(),
        ];
        return [.. parties.SelectMany(party => At($"{place} of {party}")).Distinct(StringComparer.Ordinal)];
    }

    private IReadOnlyList<string> At(string place) => places.GetValueOrDefault(place, []);
}
