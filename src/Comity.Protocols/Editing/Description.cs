namespace Comity.Protocols.Editing;

/// <summary>What a reader is told about a word.</summary>
/// <param name="Text">The words, as Markdown.</param>
/// <param name="Column">The column at which the word begins, counted from 1.</param>
/// <param name="EndColumn">The column after its last character.</param>
public sealed record Description(string Text, int Column, int EndColumn);
