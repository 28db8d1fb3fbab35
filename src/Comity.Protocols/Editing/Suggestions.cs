namespace Comity.Protocols.Editing;

/// <summary>The words that may stand at a place, and where the word that is being written there begins.</summary>
/// <param name="Column">The column at which it begins, counted from 1.</param>
/// <param name="Items">The words.</param>
public sealed record Suggestions(int Column, IReadOnlyList<Suggestion> Items);
