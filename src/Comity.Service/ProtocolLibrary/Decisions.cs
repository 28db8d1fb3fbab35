using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;

namespace Comity.Service.ProtocolLibrary;

/// <summary>Keeps the decision that something was done on, in the same transaction, so that it can be replayed.</summary>
public sealed class Decisions(ComityDb db, ContentStore contents)
{
    public async Task<DecisionTaken> KeepAsync(
        CouncilWrite write,
        Matter matter,
        DecisionToKeep decision,
        CancellationToken cancellationToken
    )
    {
        var contentClass = Parts.ClassOf(matter, Parts.Content);
        var situation = await contents.AddTextAsync(matter.Id, Parts.Content, contentClass, decision.Situation, cancellationToken);
        var answer = await contents.AddTextAsync(matter.Id, Parts.Content, contentClass, decision.Answer, cancellationToken);
        var taken = new DecisionTaken
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
            MatterId = matter.Id,
            ProtocolKey = decision.ProtocolKey,
            Texts = decision.Texts,
            EngineSemantics = decision.EngineSemantics,
            Outcome = decision.Outcome,
            SituationContentId = situation.Id,
            AnswerContentId = answer.Id,
            TakenAt = write.At,
        };
        db.Decisions.Add(taken);
        write.Record(
            "decision-taken",
            matter,
            Parts.Content,
            new JsonObject
            {
                ["decision"] = taken.Id.ToString("D", CultureInfo.InvariantCulture),
                ["outcome"] = decision.Outcome,
                ["clauses"] = new JsonArray([.. decision.Clauses.Select(clause => (JsonNode)clause)]),
                ["situation"] = decision.Situation,
                ["answer"] = decision.Answer,
                ["texts"] = decision.Texts,
                ["engine"] = decision.EngineSemantics,
            }
        );
        return taken;
    }
}
