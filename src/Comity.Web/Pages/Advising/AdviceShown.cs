namespace Comity.Web.Pages.Advising;

/// <summary>A piece of advice with all that whoever looks may read of it.</summary>
public sealed record AdviceShown(
    int Number,
    string Author,
    bool IsOwn,
    IReadOnlyList<VersionShown> Versions,
    IReadOnlyList<RemarkShown> Said,
    IReadOnlyList<RemarkShown> Attempts
);
