namespace Comity.Protocols.Language;

/// <summary>A kind of finding.</summary>
/// <param name="Id">The stable id; never used for anything else, even when the kind is withdrawn.</param>
/// <param name="Severity">How bad findings of this kind are.</param>
/// <param name="Title">The kind in a few words.</param>
public sealed record DiagnosticKind(string Id, Severity Severity, string Title);
