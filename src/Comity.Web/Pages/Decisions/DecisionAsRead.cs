namespace Comity.Web.Pages.Decisions;

/// <summary>A decision with what was asked, what was answered and exactly what answered it. The answer is null when its content was erased.</summary>
public sealed record DecisionAsRead(
    Guid Id,
    DateTime TakenAt,
    string Outcome,
    IReadOnlyList<(string What, string Value)> Situation,
    string? Answer,
    IReadOnlyList<(string Number, string Heading, string Norm)> Clauses,
    IReadOnlyList<string> Texts,
    string Engine
)
{
    public string OutcomeInWords =>
        Outcome switch
        {
            "Permitted" => "Yes",
            "PermittedOnCondition" => "Yes, on conditions",
            "ShouldNot" => "No: it should not be done",
            "Forbidden" => "No",
            "Referred" => "Somebody else deals with it",
            "Silent" => "The protocol does not say",
            "NeedsFacts" => "It depends on facts that were not known",
            _ => "Comity could not tell",
        };
}
