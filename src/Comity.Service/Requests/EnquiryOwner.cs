using Comity.Service.People;

namespace Comity.Service.Requests;

/// <summary>Whose an enquiry would be, why, and who is copied in.</summary>
public sealed record EnquiryOwner(
    string ServiceName,
    HeldOffice? Office,
    string? Source,
    IReadOnlyList<(HeldOffice Office, string Norm)> CopiedTo
)
{
    public static EnquiryOwner None { get; } = new("", null, null, []);
}
