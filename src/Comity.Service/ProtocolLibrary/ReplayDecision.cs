using Comity.Protocols;
using Comity.Protocols.Calendars;
using Comity.Service.Content;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.ProtocolLibrary;

/// <summary>What came of putting an old question to the texts that answered it then.</summary>
/// <param name="Same">The answer is the same, line by line.</param>
public sealed record Replayed(bool Same, string Then, string Now, string EngineThen, string EngineNow);

/// <summary>Decides again what was decided before, with the texts of that day and the engine of this one.</summary>
public sealed class ReplayDecision(ComityDb db, ContentStore contents, Library library)
{
    /// <returns>Null when there is no such decision, or its content was erased.</returns>
    public async Task<Replayed?> ExecuteAsync(Guid decisionId, CancellationToken cancellationToken)
    {
        var taken = await db.Decisions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == decisionId, cancellationToken);
        if (
            taken is null
            || await contents.ReadTextAsync(taken.SituationContentId, cancellationToken) is not { } situation
            || await contents.ReadTextAsync(taken.AnswerContentId, cancellationToken) is not { } then
        )
        {
            return null;
        }

        var read = await library.ReadAsync(taken.Texts, cancellationToken);
        var nation = Nations.FromKey(await db.Councils.AsNoTracking().Select(row => row.Nation).SingleAsync(cancellationToken))!.Value;
        var asked = Situation.Parse(new SourceText("situation", situation), read.Vocabulary).Build();
        var now = DecisionText.Of(read.Protocol.Decide(asked, CouncilCalendars.Of(read.Holidays, nation)));
        return new Replayed(now == then, then, now, taken.EngineSemantics, Protocol.SemanticsVersion);
    }
}
