using System.Runtime.CompilerServices;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Owed;

/// <summary>What is owed, soonest first: fifty at a time, and whether there are more. Only of matters that the viewer may see.</summary>
public sealed class OwedList(ComityDb db, ContentStore contents)
{
    public const int AtATime = 50;

    public async Task<OwedPage> ReadAsync(
        Viewer viewer,
        DateTime at,
        bool asDebtor,
        bool all,
        OwedFilter filter,
        int number,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(filter);
        var queries = Compiled.Of<Queries>(db);
        var (before, wanted) = ((number - 1) * AtATime, AtATime + 1);
        var rows = await ReadAsync(false);
        if (all && rows.Count < before + wanted)
        {
            rows.AddRange(await ReadAsync(true));
        }

        rows = [.. rows.Skip(before).Take(wanted)];
        var subjects = rows.Select(row => row.SubjectContentId).OfType<Guid>().ToList();
        var opened = await contents.ReadTextsAsync(subjects, cancellationToken);
        return new OwedPage(
            [
                .. rows.Take(AtATime)
                    .Select(row => new OwedLine(
                        row.Reference,
                        row.Subject ?? (row.SubjectContentId is { } id && opened.TryGetValue(id, out var text) ? text.Text : "Erased"),
                        row.MatterKind,
                        row.DutyKind,
                        row.DueOn,
                        row.State
                    )),
            ],
            number,
            rows.Count > AtATime
        );

        // The index gives the order for one token at a time: each is read as far as the page may need it, and the few that come of it are merged here.
        async Task<List<Row>> ReadAsync(bool ended)
        {
            var query = asDebtor ? queries.Owes : queries.IsOwed;
            var found = new List<Row>();
            foreach (var token in viewer.Tokens)
            {
                var some = filter.IsEmpty
                    ? query(db, viewer.Tokens, at, token, ended, before + wanted)
                    : Narrowed(viewer, at, asDebtor, token, ended, filter).Take(before + wanted).AsAsyncEnumerable();
                found.AddRange(await some.ToListAsync(cancellationToken));
            }

            return [.. found.OrderBy(row => row.DueOn ?? DateOnly.MaxValue).ThenBy(row => row.DutyId)];
        }
    }

    /// <summary>All of it, read as it is written. A sealed matter has its reference, kind and date in it and no words: a file leaves every wall behind.</summary>
    public async IAsyncEnumerable<OwedLine> AllAsync(
        Viewer viewer,
        DateTime at,
        bool asDebtor,
        bool all,
        OwedFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(filter);
        foreach (var ended in all ? [false, true] : new[] { false })
        {
            foreach (var token in viewer.Tokens)
            {
                var rows = Narrowed(viewer, at, asDebtor, token, ended, filter).AsAsyncEnumerable();
                await foreach (var row in rows.WithCancellation(cancellationToken))
                {
                    yield return new OwedLine(row.Reference, row.Subject ?? "sealed", row.MatterKind, row.DutyKind, row.DueOn, row.State);
                }
            }
        }
    }

    private IQueryable<Row> Narrowed(Viewer viewer, DateTime at, bool asDebtor, string token, bool ended, OwedFilter filter)
    {
        var duties = db.Duties.AsNoTracking().Where(duty => duty.HasEnded == ended);
        duties = asDebtor ? duties.Where(duty => duty.DebtorToken == token) : duties.Where(duty => duty.CreditorToken == token);
        if (filter.Overdue)
        {
            var today = LondonTime.DateOf(at);
            duties = duties.Where(duty => duty.State == DutyState.Owed && duty.DueOn < today);
        }

        var matters = db.Matters.VisibleTo(db, viewer, at);
        if (filter.Kind is { } kind)
        {
            matters = matters.Where(matter => matter.Kind == kind);
        }

        if (filter.ServiceAreaId is { } service)
        {
            matters = matters.Where(matter => matter.ServiceAreaId == service);
        }

        return from duty in duties
            join matter in matters on duty.MatterId equals matter.Id
            orderby duty.DueOrder, duty.Id
            select new Row(
                duty.Id,
                matter.Reference,
                matter.Subject,
                matter.SubjectContentId,
                matter.Kind,
                duty.Kind,
                duty.DueOn,
                duty.State
            );
    }

    private sealed record Row(
        Guid DutyId,
        string Reference,
        string? Subject,
        Guid? SubjectContentId,
        string MatterKind,
        string DutyKind,
        DateOnly? DueOn,
        DutyState State
    );

    private sealed class Queries
    {
        public Func<ComityDb, string[], DateTime, string, bool, int, IAsyncEnumerable<Row>> Owes { get; } = Of(nameof(Duty.DebtorToken));

        public Func<ComityDb, string[], DateTime, string, bool, int, IAsyncEnumerable<Row>> IsOwed { get; } =
            Of(nameof(Duty.CreditorToken));

        // Each side has an index of its own, so the side stands in the statement and is no value of it.
        private static Func<ComityDb, string[], DateTime, string, bool, int, IAsyncEnumerable<Row>> Of(string side) =>
            EF.CompileAsyncQuery(
                Visibility.Spelled<Func<ComityDb, string[], DateTime, string, bool, int, IQueryable<Row>>>(
                    (db, tokens, at, token, ended, atMost) =>
                        (
                            from duty in db.Duties.AsNoTracking()
                            where EF.Property<string>(duty, side) == token && duty.HasEnded == ended
                            join matter in db.Matters.VisibleTo(db, tokens, at) on duty.MatterId equals matter.Id
                            orderby duty.DueOrder, duty.Id
                            select new Row(
                                duty.Id,
                                matter.Reference,
                                matter.Subject,
                                matter.SubjectContentId,
                                matter.Kind,
                                duty.Kind,
                                duty.DueOn,
                                duty.State
                            )
                        ).Take(atMost)
                )
            );
    }
}
