using System.Runtime.CompilerServices;
using Comity.Service.Concerns;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Find;

/// <summary>
/// Finds matters by their words and by what is known of them. The wall comes first: each word counts only where the viewer may read the text that
/// it stands in, and what the viewer may not see is in no list, no count and no file. The order is by date and not by how well it fits, because what
/// fits is measured against all texts, the walled ones too.
/// </summary>
public sealed class MatterSearch(ComityDb db, CouncilNow now)
{
    public const int AtATime = 50;

    /// <summary>More are not counted: "100+" says enough, and what it costs does not grow with the council.</summary>
    public const int CountedTo = 100;

    /// <summary>How many there are, counted to <see cref="CountedTo"/> and one more.</summary>
    public Task<int> CountAsync(Sought sought, Viewer viewer, DateTime at, CancellationToken cancellationToken) =>
        Matching(sought, viewer, at).Take(CountedTo + 1).CountAsync(cancellationToken);

    /// <summary>A page of them, the latest first.</summary>
    public async Task<IReadOnlyList<FoundMatter>> PageAsync(
        Sought sought,
        Viewer viewer,
        DateTime at,
        int number,
        int atMost,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(sought);
        var rows = await Rows(Matching(sought, viewer, at)).Skip((number - 1) * AtATime).Take(atMost).ToListAsync(cancellationToken);
        var around = await AroundAsync(sought, [.. rows.Select(row => row.Id)], viewer, at, cancellationToken);
        var names = await NamesAsync(cancellationToken);
        return [.. rows.Select(row => Shown(row, names, around.GetValueOrDefault(row.Id)))];
    }

    /// <summary>All of them, the latest first, read as they are written.</summary>
    public async IAsyncEnumerable<FoundMatter> AllAsync(
        Sought sought,
        Viewer viewer,
        DateTime at,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var names = await NamesAsync(cancellationToken);
        await foreach (var row in Rows(Matching(sought, viewer, at)).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return Shown(row, names, around: null);
        }
    }

    private IQueryable<Matter> Matching(Sought sought, Viewer viewer, DateTime at)
    {
        var matters = db
            .Matters.AsNoTracking()
            .VisibleTo(db, viewer, at)
            .Where(matter => matter.Kind != DeclareRelationship.Kind && matter.Kind != Concern.MatterKind);
        matters = PublicReference.TryParse(sought.Words?.Trim(), out var reference)
            ? matters.Where(matter => matter.Reference == reference.Value)
            : sought.Terms.Aggregate(
                matters,
                (found, term) =>
                {
                    var texts = db.TextsWith(term);
                    var with = db
                        .SearchTexts.SearchedBy(db, viewer, at)
                        .Where(text => texts.Contains(text.Id))
                        .Select(text => text.MatterId);
                    return found.Where(matter => with.Contains(matter.Id));
                }
            );
        if (sought.Kinds.Count > 0)
        {
            matters = matters.Where(matter => sought.Kinds.Contains(matter.Kind));
        }

        if (sought.States.Count > 0)
        {
            matters = matters.Where(matter => sought.States.Contains(matter.State));
        }

        if (sought.ServiceAreaId is { } service)
        {
            matters = matters.Where(matter => matter.ServiceAreaId == service);
        }

        if (sought.WardId is { } ward)
        {
            matters = matters.Where(matter => matter.WardId == ward);
        }

        if (sought.OwnerId is { } owner)
        {
            matters = WithParty(matters, MatterParties.Owner, owner);
        }

        if (sought.AskerId is { } asker)
        {
            matters = WithParty(matters, MatterParties.RaisedBy, asker);
        }

        if (sought.ReceivedFrom is { } from)
        {
            matters = matters.Where(matter => matter.ReceivedOn >= from);
        }

        if (sought.ReceivedUntil is { } until)
        {
            matters = matters.Where(matter => matter.ReceivedOn <= until);
        }

        if (sought.Overdue)
        {
            var today = LondonTime.DateOf(at);
            matters = matters.Where(matter =>
                db.Duties.Any(duty => duty.MatterId == matter.Id && duty.State == DutyState.Owed && duty.DueOn < today)
            );
        }

        return matters;
    }

    // Whoever stands in a sealed matter is not written there by name, and is not looked for by it.
    private IQueryable<Matter> WithParty(IQueryable<Matter> matters, string place, Guid person) =>
        matters.Where(matter =>
            db.MatterParties.Any(party =>
                party.MatterId == matter.Id && party.Place == place && party.EndedAt == null && party.PersonId == person
            )
        );

    private IQueryable<Row> Rows(IQueryable<Matter> matters) =>
        matters
            .OrderByDescending(matter => matter.OpenedAt)
            .ThenByDescending(matter => matter.Id)
            .Select(matter => new Row(
                matter.Id,
                matter.Reference,
                matter.Kind,
                matter.Subject,
                matter.State,
                matter.ReceivedOn,
                db.Duties.Where(duty => duty.MatterId == matter.Id && duty.State == DutyState.Owed).Min(duty => duty.DueOn),
                matter.AnsweredAt,
                matter.ServiceAreaId,
                matter.WardId,
                db.MatterParties.Where(party =>
                        party.MatterId == matter.Id && party.Place == MatterParties.RaisedBy && party.EndedAt == null
                    )
                    .Select(party => party.PersonId)
                    .FirstOrDefault(),
                db.MatterParties.Where(party => party.MatterId == matter.Id && party.Place == MatterParties.Owner && party.EndedAt == null)
                    .Select(party => party.PersonId)
                    .FirstOrDefault()
            ));

    private async Task<Dictionary<Guid, string>> AroundAsync(
        Sought sought,
        Guid[] matters,
        Viewer viewer,
        DateTime at,
        CancellationToken cancellationToken
    )
    {
        if (sought.Terms.Count == 0 || matters.Length == 0)
        {
            return [];
        }

        var found = await (
            from text in db.SearchTexts.AsNoTracking().SearchedBy(db, viewer, at)
            where matters.Contains(text.MatterId) && text.Part != Parts.Matter
            join around in db.Around(sought.Terms) on text.Id equals around.TextId
            select new
            {
                text.Id,
                text.MatterId,
                around.Words,
            }
        ).ToListAsync(cancellationToken);
        return found.GroupBy(one => one.MatterId).ToDictionary(group => group.Key, group => group.MinBy(one => one.Id)!.Words);
    }

    private async Task<Names> NamesAsync(CancellationToken cancellationToken)
    {
        var register = (await now.GetAsync(cancellationToken)).Register;
        return new Names(
            register,
            await db.ServiceAreas.AsNoTracking().ToDictionaryAsync(service => service.Id, service => service.Name, cancellationToken),
            await db.Wards.AsNoTracking().ToDictionaryAsync(ward => ward.Id, ward => ward.Name, cancellationToken)
        );
    }

    private static FoundMatter Shown(Row row, Names names, string? around) =>
        new(
            row.Reference,
            row.Kind,
            row.Subject,
            row.State,
            row.ReceivedOn,
            row.DueOn,
            row.AnsweredAt,
            row.ServiceAreaId is { } service ? names.Services.GetValueOrDefault(service) : null,
            row.WardId is { } ward ? names.Wards.GetValueOrDefault(ward) : null,
            row.AskerId is { } asker ? names.Register.NameOf(asker) : null,
            row.OwnerId is { } owner ? names.Register.NameOf(owner) : null,
            around
        );

    private sealed record Names(CouncilRegister Register, Dictionary<Guid, string> Services, Dictionary<Guid, string> Wards);

    private sealed record Row(
        Guid Id,
        string Reference,
        string Kind,
        string? Subject,
        MatterState State,
        DateOnly ReceivedOn,
        DateOnly? DueOn,
        DateTime? AnsweredAt,
        Guid? ServiceAreaId,
        Guid? WardId,
        Guid? AskerId,
        Guid? OwnerId
    );
}
