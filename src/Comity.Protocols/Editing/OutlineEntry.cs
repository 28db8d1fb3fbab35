namespace Comity.Protocols.Editing;

/// <summary>A line of a text's outline.</summary>
/// <param name="Name">The number and heading of a clause, the id of a norm, or the title of a case.</param>
/// <param name="Kind">What it is: <see cref="SuggestionKind.Clause"/> or <see cref="SuggestionKind.Norm"/>.</param>
/// <param name="Level">How deep it stands: the entries after it with a higher level are its parts.</param>
/// <param name="At">Where it starts.</param>
/// <param name="LastLine">The last line that belongs to it.</param>
public sealed record OutlineEntry(string Name, SuggestionKind Kind, int Level, Location At, int LastLine);
