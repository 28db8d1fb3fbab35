namespace Comity.Protocols.Editing;

/// <summary>A word that may stand at a place.</summary>
/// <param name="Text">What would be written.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">What it is called for people; may be empty.</param>
public sealed record Suggestion(string Text, SuggestionKind Kind, string Detail = "");
