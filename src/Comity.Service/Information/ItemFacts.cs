namespace Comity.Service.Information;

/// <summary>An item in the words of the vocabulary: what was found, who has agreed, and what is still in doubt.</summary>
public static class ItemFacts
{
    /// <summary>The officer's answers, in the order in which they are asked.</summary>
    public static readonly IReadOnlyList<string> Asked =
    [
        "item",
        "available-to-anyone",
        "basis",
        "relates-to-meeting-business",
        "needed-for-role",
        "inspection-reason",
        "request-unlimited",
        "need-to-know-shown",
        "within-service-resources",
        "reasonableness-established",
        "officer-able-to-share",
        "personal-information",
        "confidential",
        "exempt-category",
        "contract-terms-negotiated",
        "public-interest-favours-disclosure",
        "consent-appropriate",
    ];

    /// <summary>Asked under every protocol: the law on personal data and on exempt information holds whatever a protocol says.</summary>
    public static readonly IReadOnlyList<string> AlwaysAsked = ["basis", "personal-information", "confidential", "exempt-category"];

    private static readonly (string Established, string Found)[] Opposites =
    [
        ("reasonableness-established", "request-unreasonable"),
        ("officer-able-to-share", "sharing-barred"),
    ];

    public static IReadOnlyDictionary<string, string> Of(ItemAsRead item, IReadOnlyCollection<WithholdingGround> leftOut)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(leftOut);
        var (found, consents) = (item.Findings, item.Consents);
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var fact in Asked.Where(fact => found?.Facts.ContainsKey(fact) == true))
        {
            facts[fact] = found!.Facts[fact];
        }

        foreach (var (established, contrary) in Opposites)
        {
            if (facts.TryGetValue(established, out var said))
            {
                facts[contrary] = InformationRules.Word(said == "no");
            }
        }

        // What nobody has said is not shown: an officer accepts a need that the member has stated.
        facts["need-to-know-shown"] = InformationRules.Word(item.Need is not null && found?.Says("need-to-know-shown") == true);
        facts["held-or-controlled-by-council"] = InformationRules.Word(found is { Holding: ItemFindings.Held });
        facts["exempt"] = InformationRules.Word(facts.GetValueOrDefault("exempt-category", "none") != "none");
        var isOthers = !string.IsNullOrEmpty(consents.Owner);
        facts["holder-is-third-party"] = InformationRules.Word(isOthers);
        facts["owner-recorded"] = InformationRules.Word(isOthers);
        facts["consent-recorded"] = InformationRules.Word(consents is { OwnerSaid: ItemConsents.Given, OfOwner: not null });
        facts["consent-written"] = InformationRules.Word(consents is { PersonSaid: ItemConsents.Given, OfPerson: not null });
        facts["consent-refused"] = InformationRules.Word(
            consents.OwnerSaid == ItemConsents.Refused || consents.PersonSaid == ItemConsents.Refused
        );
        facts["proper-officer-decision"] = item
            .Questions.LastOrDefault(question => question.Row is { Kind: ItemQuestionKind.ProperOfficer, Answer: not null })
            ?.Row.Answer switch
        {
            ItemAnswerWord.Release => "release",
            ItemAnswerWord.Withhold => "withhold",
            _ => "not-yet",
        };
        foreach (var doubt in item.Doubts.Where(doubt => doubt.Row.Fact is not null))
        {
            facts[doubt.Row.Fact!] = "yes";
        }

        foreach (var gone in leftOut.SelectMany(ground => ground.Without).Distinct())
        {
            facts[gone] = gone == "exempt-category" ? "none" : "no";
        }

        return facts;
    }
}
