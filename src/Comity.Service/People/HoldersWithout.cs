using Comity.Protocols.Routes;

namespace Comity.Service.People;

/// <summary>The register as if these were close to everybody: whoever they are, they are passed over, and nothing says why.</summary>
internal sealed class HoldersWithout(OfficeHoldersOnDay register, IReadOnlySet<string> shut) : IOfficeHolders
{
    public IReadOnlyList<string> HoldersOf(string role, string? of, DateOnly? on) => register.HoldersOf(role, of, on);

    public IReadOnlyList<string> SubstitutesFor(string role, string? of, DateOnly? on) => register.SubstitutesFor(role, of, on);

    public bool HaveDeclaredRelationship(string person, string other, DateOnly? on) =>
        shut.Contains(person) || register.HaveDeclaredRelationship(person, other, on);
}
