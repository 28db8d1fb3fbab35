using Comity.Service.Content;
using Comity.Service.Matters;
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
        int number,
        CancellationToken cancellationToken
    )
    {
        var queries = Compiled.Of<Queries>(db);
        var (before, wanted) = ((number - 1) * AtATime, AtATime + 1);
        var rows = await ReadAsync(asDebtor ? queries.Owes : queries.IsOwed, false);
        if (all && rows.Count < before + wanted)
        {
            rows.AddRange(await ReadAsync(asDebtor ? queries.Owes : queries.IsOwed, true));
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
        async Task<List<Row>> ReadAsync(Func<ComityDb, string[], DateTime, string, bool, int, IAsyncEnumerable<Row>> query, bool ended)
        {
            var found = new List<Row>();
            foreach (var token in viewer.Tokens)
            {
                found.AddRange(await query(db, viewer.Tokens, at, token, ended, before + wanted).ToListAsync(cancellationToken));
            }

            return [.. found.OrderBy(row => row.DueOn ?? DateOnly.MaxValue).ThenBy(row => row.DutyId)];
        }
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
