using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>The register of declared relationships, for somebody who may see an entry. For everybody else there is none.</summary>
public sealed class Relationships(
    ComityDb db,
    MatterParties parties,
    ContentStore contents,
    ViewerTokens tokens,
    ReadLog reads,
    EndRelationship end,
    TimeProvider clock
)
{
    /// <summary>An entry as it is read.</summary>
    public sealed record Entry(
        Guid Id,
        Guid PersonId,
        string Person,
        Guid OtherId,
        string Other,
        string? Told,
        string Tie,
        string Says,
        DateOnly From,
        DateOnly? Until,
        DateTime RecordedAt,
        string Why,
        bool MayEnd
    )
    {
        public bool InForceOn(DateOnly day) => From <= day && (Until is null || Until >= day);
    }

    /// <summary>The entries that the viewer may see, of everybody or of one person, the newest first. That they were read is noted.</summary>
    public async Task<IReadOnlyList<Entry>> SeenByAsync(Viewer viewer, Guid? of, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var at = clock.GetUtcNow().UtcDateTime;
        var token = of is { } person ? tokens.Person(person, ContentClass.Sealed) : null;
        var rows = await (
            from fact in db.DeclaredRelationships.AsNoTracking()
            join matter in db.Matters.AsNoTracking().VisibleTo(db, viewer, at) on fact.MatterId equals matter.Id
            where token == null || fact.PersonToken == token || fact.OtherToken == token
            orderby fact.From descending, fact.RecordedAt descending
            select new { fact, matter }
        ).ToListAsync(ct);
        var entries = new List<Entry>(rows.Count);
        foreach (var row in rows)
        {
            if (await EntryAsync(row.fact, row.matter, viewer, at, ct) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    /// <summary>One entry as it stands now, asked for by any id that it has had.</summary>
    public async Task<Entry?> FindAsync(Viewer viewer, Guid id, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var at = clock.GetUtcNow().UtcDateTime;
        var row = await (
            from asked in db.DeclaredRelationships.IgnoreQueryFilters().AsNoTracking()
            join fact in db.DeclaredRelationships.IgnoreQueryFilters().AsNoTracking() on asked.MatterId equals fact.MatterId
            join matter in db.Matters.AsNoTracking().VisibleTo(db, viewer, at) on fact.MatterId equals matter.Id
            where asked.Id == id && fact.SupersededAt == null
            select new { fact, matter }
        ).FirstOrDefaultAsync(ct);
        return row is null ? null : await EntryAsync(row.fact, row.matter, viewer, at, ct);
    }

    private async Task<Entry?> EntryAsync(DeclaredRelationship fact, Matter matter, Viewer viewer, DateTime at, CancellationToken ct)
    {
        var grant = await db
            .Grants.AsNoTracking()
            .HeldBy(matter.Id, viewer, at)
            .Where(one => one.Part == Parts.Content)
            .OrderBy(one => one.From)
            .ThenBy(one => one.Id)
            .FirstOrDefaultAsync(ct);
        var person = await parties.InAsync(matter, DeclareRelationship.Declarant, ct);
        var other = await parties.InAsync(matter, DeclareRelationship.CloseTo, ct);
        if (grant is null || person is null || other is null || matter.SubjectContentId is not { } contentId)
        {
            return null;
        }

        var told = await parties.InAsync(matter, DeclareRelationship.Told, ct);
        await reads.NoteAsync(matter, Parts.Content, viewer, ct);
        var says = await contents.ReadTextAsync(contentId, ct) is { } text ? JsonNode.Parse(text) : null;
        Guid?[] ids = [person.PersonId, other.PersonId, told?.PersonId];
        var names = await db
            .People.AsNoTracking()
            .Where(one => ids.Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, one => one.FullName, ct);
        return new Entry(
            fact.Id,
            person.PersonId,
            names[person.PersonId],
            other.PersonId,
            names[other.PersonId],
            told is null ? null : names[told.PersonId],
            (string?)says?["tie"] ?? Tie.Other,
            (string?)says?["says"] ?? "Erased",
            fact.From,
            fact.Until,
            fact.RecordedAt,
            grant.Reason,
            end.MayEnd(viewer, fact)
        );
    }
}
