namespace Comity.Protocols.Language;

/// <summary>What came of formatting a protocol file.</summary>
/// <param name="Text">The formatted text; the text as it was when it has errors.</param>
/// <param name="Errors">Why it was not formatted: what is wrong in how it is written, whatever its words mean. Empty when it was.</param>
public sealed record FormattedText(string Text, IReadOnlyList<Diagnostic> Errors);
