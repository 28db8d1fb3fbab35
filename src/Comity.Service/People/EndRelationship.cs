using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>The last day of a declared relationship. The entry stays in the register (borough 2.11).</summary>
public sealed record EndRelationshipRequest(Guid Id, DateOnly? LastDay);

public sealed class EndRelationship(ComityDb db, CouncilWrites writes, ViewerTokens tokens)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, EndRelationshipRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(acting);
        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var fact = await db.DeclaredRelationships.IgnoreQueryFilters().FirstOrDefaultAsync(one => one.Id == request.Id, ct);
        if (
            fact is null
            || !await db.Matters.VisibleTo(db, acting, write.At).AnyAsync(matter => matter.Id == fact.MatterId, ct)
            || !MayEnd(acting, fact)
        )
        {
            return new RegisterChange.Missing();
        }

        if (fact.SupersededAt is not null)
        {
            throw new ChangedSinceOpenedException("The entry has been ended by now.");
        }

        var errors = new FieldErrors();
        errors.When(request.LastDay is null, nameof(request.LastDay), "Enter the last day");
        errors.When(
            request.LastDay < fact.From,
            nameof(request.LastDay),
            "The last day must be on or after the first day: an entry may be ended and is never taken away"
        );
        if (errors.Any)
        {
            return errors.Refused;
        }

        var replacement = db.Redate(fact, fact.From, request.LastDay, write)!;
        var matter = await db.Matters.SingleAsync(one => one.Id == fact.MatterId, ct);
        matter.Version++;
        write.Record(
            "relationship-ended",
            matter,
            Parts.Content,
            new JsonObject { ["before"] = fact.Until?.Iso(), ["lastDay"] = request.LastDay!.Value.Iso() }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(replacement.Id);
    }

    /// <summary>Whoever declared it, and the Monitoring Officer. Not the other person, who did not write it.</summary>
    public bool MayEnd(Viewer acting, DeclaredRelationship fact)
    {
        ArgumentNullException.ThrowIfNull(acting);
        ArgumentNullException.ThrowIfNull(fact);
        return acting.Holds("monitoring-officer") || IsOf(acting.PersonId, fact);
    }

    private bool IsOf(Guid personId, DeclaredRelationship fact) =>
        personId != Guid.Empty && tokens.Person(personId, Content.ContentClass.Sealed) == fact.PersonToken;
}
