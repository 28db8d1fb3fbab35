namespace Comity.Service.Matters;

/// <summary>What became of an act in a matter.</summary>
public abstract record ActResult
{
    private ActResult() { }

    public sealed record Done : ActResult;

    /// <summary>For this person there is no such matter, or no such act in it.</summary>
    public sealed record NotThere : ActResult;

    /// <summary>The rules say no: why, in words, and the clause or arrangement it rests on.</summary>
    public sealed record Refused(string Why, string Source) : ActResult;
}
