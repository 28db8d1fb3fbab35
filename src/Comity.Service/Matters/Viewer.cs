using Comity.Service.Record;

namespace Comity.Service.Matters;

/// <summary>Who is looking, on a date: the person, the offices held or deputised for, and the tokens these give.</summary>
public sealed record Viewer(Guid PersonId, string Name, IReadOnlyList<Guid> OfficeIds, IReadOnlyList<string> Roles, string[] Tokens)
{
    /// <summary>Somebody who is not signed in: holds nothing, sees nothing.</summary>
    public static Viewer Nobody { get; } = new(Guid.Empty, "", [], [], []);

    public Acting ToActing() => new(PersonId, Name);

    public bool Holds(string role) => Roles.Contains(role);
}
