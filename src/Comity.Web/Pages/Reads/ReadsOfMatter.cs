using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Pages.Enquiries;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Reads;

/// <summary>The log of reads of one matter, with the leave under which each reader could.</summary>
public sealed class ReadsOfMatter(ComityDb db, CouncilOnDate council, ViewerTokens tokens)
{
    /// <summary>The newest that are shown at once; a log that is longer says so.</summary>
    public const int Most = 500;

    public async Task<IReadOnlyList<ReadShown>> OfAsync(Matter matter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var reads = await db
            .ReadEntries.AsNoTracking()
            .Where(read => read.MatterId == matter.Id)
            .OrderByDescending(read => read.At)
            .Take(Most)
            .ToListAsync(cancellationToken);
        var grants = await db
            .Grants.AsNoTracking()
            .Where(grant => grant.MatterId == matter.Id)
            .OrderBy(grant => grant.From)
            .ToListAsync(cancellationToken);

        // In a sealed matter a token says nothing by itself: it is made again for everybody in the register.
        var people = await db.People.AsNoTracking().Select(person => new { person.Id, person.FullName }).ToListAsync(cancellationToken);
        var byToken = people.ToDictionary(person => tokens.Person(person.Id, matter.Class), StringComparer.Ordinal);
        var offices = new Dictionary<(Guid Person, DateOnly On), IReadOnlyList<HeldOffice>>();
        var shown = new List<ReadShown>(reads.Count);
        foreach (var read in reads)
        {
            string[] held = [read.ViewerToken];
            var who = "somebody who is no longer in the register";
            if (byToken.TryGetValue(read.ViewerToken, out var person))
            {
                var on = LondonTime.DateOf(read.At);
                if (!offices.TryGetValue((person.Id, on), out var found))
                {
                    offices[(person.Id, on)] = found = await council.OfficesOfAsync(person.Id, on, cancellationToken);
                }

                who = found.Count == 0 ? person.FullName : $"{person.FullName}, {found[0].Title}";
                held = [read.ViewerToken, .. found.Select(office => tokens.Office(office.OfficeId, matter.Class))];
            }

            var leave = grants.FirstOrDefault(grant =>
                grant.Part == read.Part
                && held.Contains(grant.Token)
                && grant.From <= read.At
                && (grant.Until is null || grant.Until > read.At)
            );
            shown.Add(
                new ReadShown(
                    read.At,
                    who,
                    Parts.InWords(read.Part),
                    leave is null ? null : $"{leave.Reason} ({Sources.InWords(leave.Source)})"
                )
            );
        }

        return shown;
    }
}
