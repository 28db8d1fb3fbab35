using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Comity.Service.Advising;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Patterns;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Concerns.Watch;

/// <summary>
/// Which lines of the council's record are acts of one person against another. This is the one place that says so: a further kind of act is a further line of the table.
/// What is not recorded (a harder tone, work that goes to others, a vote) is not seen; whoever it was done to can say so themselves.
/// </summary>
public sealed class AdverseActs(ComityDb db, ContentStore contents, ViewerTokens tokens)
{
    private static readonly FrozenDictionary<string, Func<AdverseActs, RecordEntry, CancellationToken, Task<DoneTo?>>> Readers =
        new Dictionary<string, Func<AdverseActs, RecordEntry, CancellationToken, Task<DoneTo?>>>
        {
            ["concern-raised"] = (acts, entry, ct) => acts.RaisedAsync(entry, ct),
            ["concern-outcome"] = (acts, entry, ct) => acts.DecidedAsync(entry, ct),
            ["work-declined"] = (acts, entry, ct) => acts.OfAskerAsync(entry, AdverseAct.Declined, ct),
            ["capacity-said"] = (acts, entry, ct) => acts.RoomAsync(entry, ct),
            ["message-no-reply"] = (acts, entry, ct) => acts.OfAskerAsync(entry, AdverseAct.Unanswered, ct),
            ["item-decided-refused"] = (acts, entry, ct) => acts.OfAskerAsync(entry, AdverseAct.Refused, ct),
            ["entry-ended"] = (acts, entry, ct) => acts.RegisterAsync(entry, ct),
            ["entry-dated"] = (acts, entry, ct) => acts.RegisterAsync(entry, ct),
            ["entry-withdrawn"] = (acts, entry, ct) => acts.RegisterAsync(entry, ct),
            ["advice-change-wanted"] = (acts, entry, ct) => acts.AdviceAsync(entry, ct),
            ["pattern-noted"] = (acts, entry, ct) => acts.PatternAsync(entry, ct),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The kinds of the record's lines that can be one.</summary>
    public static IReadOnlyList<string> RecordKinds { get; } = [.. Readers.Keys];

    /// <summary>What the line tells of; null where it is no act against anybody, or was erased.</summary>
    public Task<DoneTo?> ReadAsync(RecordEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Readers.TryGetValue(entry.Kind, out var reader) ? reader(this, entry, cancellationToken) : Task.FromResult<DoneTo?>(null);
    }

    private async Task<DoneTo?> RaisedAsync(RecordEntry entry, CancellationToken cancellationToken)
    {
        var act = (string?)(await SaidAsync(entry, cancellationToken))?["act"];
        var kind =
            act == ConcernAct.CodeComplaint.Key ? AdverseAct.CodeComplaint
            : act == ConcernAct.Grievance.Key ? AdverseAct.Grievance
            : AdverseAct.Concern;
        return await OfPlaceAsync(entry, MatterParties.About, kind, cancellationToken);
    }

    // That a clause was found to be kept, or nothing was found, is nothing against anybody.
    private async Task<DoneTo?> DecidedAsync(RecordEntry entry, CancellationToken cancellationToken)
    {
        var said = await SaidAsync(entry, cancellationToken);
        var isAgainst =
            said?["found"] is JsonObject found && found.Any(one => (string?)one.Value == Findings.Found)
            || said?["measures"] is JsonArray measures
                && measures.Any(one => (string?)one == Measure.Discipline.Key || (string?)one == Measure.Code.Key);
        return isAgainst ? await OfPlaceAsync(entry, MatterParties.About, AdverseAct.FoundAgainst, cancellationToken) : null;
    }

    private async Task<DoneTo?> RoomAsync(RecordEntry entry, CancellationToken cancellationToken) =>
        (string?)(await SaidAsync(entry, cancellationToken))?["said"] == nameof(RoomSaid.NoRoom)
            ? await OfAskerAsync(entry, AdverseAct.NoRoom, cancellationToken)
            : null;

    private Task<DoneTo?> OfAskerAsync(RecordEntry entry, AdverseAct act, CancellationToken cancellationToken) =>
        OfPlaceAsync(entry, MatterParties.RaisedBy, act, cancellationToken);

    private async Task<DoneTo?> OfPlaceAsync(RecordEntry entry, string place, AdverseAct act, CancellationToken cancellationToken)
    {
        var against = await db
            .MatterParties.AsNoTracking()
            .Where(party => party.MatterId == entry.MatterId && party.Place == place)
            .Select(party => party.Token)
            .ToListAsync(cancellationToken);
        return new DoneTo(act, InSealed(entry.ActorToken), [.. against.Select(InSealed)]);
    }

    /// <summary>Only what takes something away: a day that is put right to a later one does not.</summary>
    private async Task<DoneTo?> RegisterAsync(RecordEntry entry, CancellationToken cancellationToken)
    {
        var said = await SaidAsync(entry, cancellationToken);
        var (from, fromBefore) = ((string?)said?["from"], (string?)said?["fromBefore"]);
        var (until, untilBefore) = entry.Kind switch
        {
            "entry-dated" => ((string?)said?["until"], (string?)said?["untilBefore"]),
            _ => ((string?)said?["lastDay"], (string?)said?["before"]),
        };
        var endsEarlier = until is not null && (untilBefore is null || string.CompareOrdinal(until, untilBefore) < 0);
        var beginsLater = fromBefore is not null && string.CompareOrdinal(from, fromBefore) > 0;
        if (
            (!endsEarlier && !beginsLater)
            || !Guid.TryParseExact((string?)said?["entry"], "N", out var fact)
            || await HolderAsync((string?)said?["what"], fact, cancellationToken) is not { } person
        )
        {
            return null;
        }

        return new DoneTo(AdverseAct.Shortened, InSealed(entry.ActorToken), [tokens.Person(person, ContentClass.Sealed)]);
    }

    private async Task<Guid?> HolderAsync(string? what, Guid fact, CancellationToken cancellationToken)
    {
        var people = what switch
        {
            nameof(People.Holding) => db.Holdings.IgnoreQueryFilters().Where(one => one.Id == fact).Select(one => one.PersonId),
            nameof(People.Membership) => db.Memberships.IgnoreQueryFilters().Where(one => one.Id == fact).Select(one => one.PersonId),
            nameof(People.Deputy) => db.Deputies.IgnoreQueryFilters().Where(one => one.Id == fact).Select(one => one.PersonId),
            nameof(People.Delegation) => db.Delegations.IgnoreQueryFilters().Where(one => one.Id == fact).Select(one => one.PersonId),
            _ => null,
        };
        return people is null ? null : await people.Select(person => (Guid?)person).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>To ask once that advice be looked at again presses nobody (<see cref="PressedBy"/>); to insist, to order or to come back with it does.</summary>
    private async Task<DoneTo?> AdviceAsync(RecordEntry entry, CancellationToken cancellationToken)
    {
        var said = await SaidAsync(entry, cancellationToken);
        var isReported = (string?)said?["kind"] == nameof(AdviceRemarkKind.ChangePressed);
        var presses =
            isReported || PressedBy.Find(PressedBy.ByMember, (string?)said?["way"]) is { Pressed: true } || (int?)said?["asked-before"] > 0;
        if (!presses || (string?)said?["of"] is not { } by || !Guid.TryParse((string?)said["advice"], out var advice))
        {
            return null;
        }

        var author = await db
            .PiecesOfAdvice.AsNoTracking()
            .Where(one => one.Id == advice)
            .Select(one => one.AuthorToken)
            .SingleOrDefaultAsync(cancellationToken);
        return author is null ? null : new DoneTo(AdverseAct.Pressed, InSealed(by), [InSealed(author)]);
    }

    private async Task<DoneTo?> PatternAsync(RecordEntry entry, CancellationToken cancellationToken)
    {
        if (
            !Guid.TryParseExact((string?)(await SaidAsync(entry, cancellationToken))?["note"], "N", out var id)
            || await db.PatternNotes.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } note
            || await contents.ReadTextAsync(note.ContentId, cancellationToken) is not { } text
            || (string?)JsonNode.Parse(text)?["next"] is null or NextStep.Nothing
        )
        {
            return null;
        }

        return new DoneTo(AdverseAct.Judged, InSealed(entry.ActorToken), [note.AboutToken]);
    }

    private async Task<JsonNode?> SaidAsync(RecordEntry entry, CancellationToken cancellationToken) =>
        await contents.ReadTextAsync(entry.ContentId, cancellationToken) is { } text ? JsonNode.Parse(text) : null;

    // In an indexed matter a token says whom it means; in a sealed one it is a keyed hash, and so are those of the concerns.
    private string InSealed(string token) =>
        token.StartsWith("p:", StringComparison.Ordinal) && Guid.TryParseExact(token.AsSpan(2), "N", out var person)
            ? tokens.Person(person, ContentClass.Sealed)
            : token;
}
