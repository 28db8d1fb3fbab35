namespace Comity.Protocols.Routes;

/// <summary>Knows who holds which office on a day, and who is close to whom. The council's database is one; the people of a situation file another.</summary>
/// <remarks>A person is a key that means something to the implementation alone.</remarks>
public interface IOfficeHolders
{
    /// <summary>The holders of a role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="of">The person to whom it is relative (<c>line-manager of subject</c>), or null.</param>
    /// <param name="on">The day, or null for today as the implementation knows it.</param>
    /// <returns>The holders in the order in which they are asked; empty when the office is vacant.</returns>
    IReadOnlyList<string> HoldersOf(string role, string? of, DateOnly? on);

    /// <summary>Those whom the council has stated to act when no holder of the role may.</summary>
    /// <param name="role">The role.</param>
    /// <param name="of">The person to whom it is relative, or null.</param>
    /// <param name="on">The day, or null for today as the implementation knows it.</param>
    /// <returns>The substitutes in order; empty when the council has stated none.</returns>
    IReadOnlyList<string> SubstitutesFor(string role, string? of, DateOnly? on);

    /// <summary>True when the two have declared a relationship that holds on the day.</summary>
    bool HaveDeclaredRelationship(string person, string other, DateOnly? on);
}
