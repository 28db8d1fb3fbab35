using Comity.Service.People;

namespace Comity.Service.Advising;

/// <summary>How writing advice ends.</summary>
public abstract record AdviceResult
{
    private AdviceResult() { }

    public sealed record Written(string Reference, int Version) : AdviceResult;

    /// <summary>Nothing was written; each message belongs beside its field.</summary>
    public sealed record Refused(IReadOnlyList<FieldError> Errors) : AdviceResult;

    /// <summary>For this person there is no such matter, or no advice to give in it.</summary>
    public sealed record NotThere : AdviceResult;
}
