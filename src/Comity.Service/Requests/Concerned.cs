namespace Comity.Service.Requests;

/// <summary>Whom a matter concerns: whoever asks, and the offices that the question is about.</summary>
public sealed record Concerned(Guid AskerId, IReadOnlyList<string> Roles)
{
    public static Concerned In(EnquiryCase enquiry)
    {
        ArgumentNullException.ThrowIfNull(enquiry);
        return new Concerned(enquiry.MemberId, enquiry.About?.Concerns() ?? []);
    }
}
