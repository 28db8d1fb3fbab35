using Comity.Service.People;

namespace Comity.Service.Requests;

/// <summary>Whose an enquiry would be, why, and who is copied in.</summary>
/// <param name="Source">The norm that sends it there, or one of the names in <see cref="EnquiryOwners"/>.</param>
/// <param name="Minute">The council's own arrangement by which the office stands in for the one that is meant; null for the one itself.</param>
public sealed record EnquiryOwner(
    string ServiceName,
    HeldOffice? Office,
    string? Source,
    string? Minute,
    IReadOnlyList<(HeldOffice Office, string Norm)> CopiedTo
)
{
    public static EnquiryOwner None { get; } = new("", null, null, null, []);
}
