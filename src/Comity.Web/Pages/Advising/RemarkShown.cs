using Comity.Service.Advising;
using Comity.Web.Pages.Enquiries;

namespace Comity.Web.Pages.Advising;

/// <summary>A remark beside advice with its words, and what the protocol said of it.</summary>
public sealed record RemarkShown(
    int Number,
    AdviceRemarkKind Kind,
    int Version,
    string By,
    DateTime At,
    string? Words,
    string Outcome,
    IReadOnlyList<string> Norms
)
{
    public string KindInWords =>
        Kind switch
        {
            AdviceRemarkKind.Weighed => "Has read it and takes it into account",
            AdviceRemarkKind.OtherView => "Takes another view",
            AdviceRemarkKind.NotFollowed => "Does not follow it",
            AdviceRemarkKind.ChangeAsked => "Wanted it changed",
            _ => "Put on record by its author: somebody pressed for another",
        };

    public string AnswerInWords =>
        Outcome switch
        {
            "Forbidden" => "The protocol bars it",
            "ShouldNot" => "The protocol advises against it",
            "Silent" => "The protocol says nothing of it",
            _ => "The protocol lets it be done",
        };

    public IReadOnlyList<string> Clauses => [.. Norms.Select(Sources.InWords).Distinct()];
}
