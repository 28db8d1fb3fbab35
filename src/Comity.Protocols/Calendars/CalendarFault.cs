namespace Comity.Protocols.Calendars;

/// <summary>Something wrong in bank-holiday data.</summary>
/// <param name="Path">The file as <see cref="SourceText.Path"/> names it.</param>
/// <param name="Line">The line, counted from 1; 0 when the fault lies in the whole file.</param>
/// <param name="Message">What is wrong, in words.</param>
public sealed record CalendarFault(string Path, int Line, string Message)
{
    /// <summary>The fault as one line that an editor can jump to.</summary>
    public override string ToString() => Line == 0 ? $"{Path}: {Message}" : FormattableString.Invariant($"{Path}:{Line}: {Message}");
}
