using Comity.Service.Matters;
using Comity.Service.People;

namespace Comity.Service.Advising;

/// <summary>A version of advice as its author writes it.</summary>
public sealed record AdviceWords
{
    public string? Analysis { get; init; }
    public string? Options { get; init; }
    public string? Views { get; init; }
    public string? Recommendation { get; init; }

    /// <summary>What has changed since the version before, and why; not for the first.</summary>
    public string? Changed { get; init; }

    /// <summary>The author says that view and recommendation are their own.</summary>
    public bool IsOwn { get; init; }

    /// <summary>What it is about, as the vocabulary has it.</summary>
    public string? About { get; init; }

    /// <summary>Why the author goes on although the protocol says "should not".</summary>
    public string? Reason { get; init; }
    public IReadOnlyList<IncomingFile> Files { get; init; } = [];

    internal void Check(FieldErrors errors, bool isFirst)
    {
        errors.Text(Analysis, nameof(Analysis), "Enter the facts and what follows from them", 20_000);
        errors.AtMost(Options, nameof(Options), 10_000);
        errors.AtMost(Views, nameof(Views), 10_000);
        errors.Text(Recommendation, nameof(Recommendation), "Enter what you recommend", 10_000);
        errors.When(About is not ("council-business" or "party-business" or "private"), nameof(About), "Choose what it is about");
        if (!isFirst)
        {
            errors.Text(Changed, nameof(Changed), "Enter what has changed and why", 2000);
        }
    }
}
