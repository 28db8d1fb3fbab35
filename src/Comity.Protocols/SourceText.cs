namespace Comity.Protocols;

/// <summary>A text that somebody else has read, with the name by which a message about it can point back to it.</summary>
/// <param name="Path">Where the text came from, as a reader would name it: shown in messages, never opened.</param>
/// <param name="Text">The whole text.</param>
public sealed record SourceText(string Path, string Text);
