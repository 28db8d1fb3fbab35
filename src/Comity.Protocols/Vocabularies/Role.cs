namespace Comity.Protocols.Vocabularies;

/// <summary>An office or capacity that people hold.</summary>
/// <param name="Name">Its name in the language.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Says">What it is, in a sentence; may be empty.</param>
/// <param name="Is">The roles that everybody in this role also has, as declared.</param>
/// <param name="At">Where it is declared.</param>
public sealed record Role(string Name, string Label, string Says, IReadOnlyList<string> Is, Location At);
