using Comity.Protocols.Analysis;
using Comity.Protocols.Routes;

namespace Comity.Protocols.Tests.Analysis;

/// <summary>The council of a counter-example as its people are stated, and nobody else.</summary>
internal sealed class StatedHolders(CounterExample example) : IOfficeHolders
{
    private readonly Dictionary<string, string> places = example.People.ToDictionary();

    public Parties Parties => new(At("actor"), [], At("subject"));

    public IReadOnlyList<string> HoldersOf(string role, string? of, DateOnly? on) =>
        of is null ? At(role) : At($"{role} of {(At("actor").Contains(of) ? "actor" : "subject")}");

    public IReadOnlyList<string> SubstitutesFor(string role, string? of, DateOnly? on) => [];

    public bool HaveDeclaredRelationship(string person, string other, DateOnly? on) => false;

    private string[] At(string place) => places.TryGetValue(place, out var people) ? people.Split(", ") : [];
}
