using Comity.Service.People;

namespace Comity.Service.WardInformation;

/// <summary>How telling members something ends, or correcting it.</summary>
public abstract record NewsResult
{
    private NewsResult() { }

    public sealed record Told(string Reference) : NewsResult;

    /// <summary>Nothing was written; each message belongs beside its field.</summary>
    public sealed record Refused(IReadOnlyList<FieldError> Errors) : NewsResult;

    /// <summary>For this person there is nothing of the kind to do.</summary>
    public sealed record NotThere : NewsResult;
}
