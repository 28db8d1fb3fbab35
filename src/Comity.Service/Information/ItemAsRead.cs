namespace Comity.Service.Information;

/// <summary>An item with its words, for somebody who may read them.</summary>
public sealed record ItemAsRead(
    InformationItem Item,
    string Asked,
    StatedNeed? Need,
    ItemFindings? Findings,
    ItemConsents Consents,
    ItemRuling? Ruling,
    IReadOnlyList<QuestionAsRead> Questions
)
{
    /// <summary>What has been put to somebody and is not answered yet: until then nothing is decided.</summary>
    public IEnumerable<QuestionAsRead> Doubts =>
        Questions.Where(question => question.Row is { AnsweredAt: null, Kind: ItemQuestionKind.Doubt or ItemQuestionKind.ProperOfficer });

    /// <summary>The review that is under way; null where none is.</summary>
    public QuestionAsRead? Review =>
        Questions.FirstOrDefault(question => question.Row is { AnsweredAt: null, Kind: ItemQuestionKind.Review });
}

/// <summary>A question about an item, with its words and those of its answer.</summary>
public sealed record QuestionAsRead(ItemQuestion Row, string Words, string? Answer);
