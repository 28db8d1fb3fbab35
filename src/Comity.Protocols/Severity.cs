namespace Comity.Protocols;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>The text can be used, but somebody should look.</summary>
    Warning,

    /// <summary>The part of the text that it concerns cannot be used: an act that needs it is answered with <see cref="Outcome.CannotTell"/>.</summary>
    Error,
}
