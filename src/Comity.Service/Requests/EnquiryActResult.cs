namespace Comity.Service.Requests;

/// <summary>What became of an act in an enquiry.</summary>
public abstract record EnquiryActResult
{
    private EnquiryActResult() { }

    public sealed record Done : EnquiryActResult;

    /// <summary>For this person there is no such enquiry, or no such act in it.</summary>
    public sealed record NotThere : EnquiryActResult;

    /// <summary>The rules say no: why, in words, and the clause or arrangement it rests on.</summary>
    public sealed record Refused(string Why, string Source) : EnquiryActResult;
}
