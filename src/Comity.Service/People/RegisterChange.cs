namespace Comity.Service.People;

/// <summary>How a change to the register ends.</summary>
public abstract record RegisterChange
{
    private RegisterChange() { }

    /// <summary>Written and recorded.</summary>
    public sealed record Done(Guid Id) : RegisterChange;

    /// <summary>Nothing was written; each message belongs beside its field.</summary>
    public sealed record Refused(IReadOnlyList<FieldError> Errors) : RegisterChange;

    /// <summary>For this person there is nothing of the kind to change.</summary>
    public sealed record Missing : RegisterChange;
}
