using Comity.Service.Matters;
using Comity.Service.Requests;

namespace Comity.Web.Pages.Find;

/// <summary>A matter in a list, as the viewer may know of it.</summary>
/// <param name="Subject">Null for a sealed one, whose subject is not opened for a list.</param>
/// <param name="Owner">With whom it lies; null where that is sealed or nobody has it.</param>
/// <param name="Around">Where the words were found; null where no words were looked for, or they are in the subject.</param>
public sealed record FoundMatter(
    string Reference,
    string Kind,
    string? Subject,
    MatterState State,
    DateOnly ReceivedOn,
    DateOnly? DueOn,
    DateTime? AnsweredAt,
    string? Service,
    string? Ward,
    string? Asker,
    string? Owner,
    string? Around
)
{
    public string KindInWords => EnquiryKind.Find(Kind)?.Noun ?? Kind;
}
