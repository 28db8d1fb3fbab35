using Comity.Service.Demonstration;
using Comity.Service.People;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Concerns;

/// <summary>Who holds what in a demonstration council, read from its rows without any class of the service.</summary>
internal sealed class RegisterRead
{
    private readonly List<Holding> _holdings;
    private readonly List<LineManagement> _lines;
    private readonly DemonstrationCouncil _council;

    private RegisterRead(List<Holding> holdings, List<LineManagement> lines, DemonstrationCouncil council) =>
        (_holdings, _lines, _council) = (holdings, lines, council);

    public static async Task<RegisterRead> OfAsync(ComityDb db, DemonstrationCouncil council, DateOnly on) =>
        new(
            await db
                .Holdings.AsNoTracking()
                .Include(holding => holding.Office)
                .Include(holding => holding.Person)
                .Where(holding => holding.From <= on && (holding.Until == null || holding.Until >= on))
                .ToListAsync(),
            await db.LineManagement.AsNoTracking().ToListAsync(),
            council
        );

    public IReadOnlyList<string> Roles => [.. _holdings.Select(holding => holding.Office!.Role).Distinct().Order(StringComparer.Ordinal)];

    public string NameOf(Guid person) => _holdings.First(holding => holding.PersonId == person).Person!.FullName;

    public IReadOnlyList<string> TitlesOf(Guid person) =>
        [.. _holdings.Where(holding => holding.PersonId == person).Select(holding => holding.Office!.Title)];

    public IReadOnlyList<string> RolesOf(Guid person) =>
        [.. _holdings.Where(holding => holding.PersonId == person).Select(holding => holding.Office!.Role).Distinct()];

    public IReadOnlyList<Guid> Holders(string role)
    {
        string[] same = [role, .. _council.Equivalences.Where(one => one.Duty == role).Select(one => one.Role)];
        return [.. _holdings.Where(holding => same.Contains(holding.Office!.Role)).Select(holding => holding.PersonId).Distinct()];
    }

    /// <summary>Whom the council has stated for whoever holds the role and may not.</summary>
    public IReadOnlyList<Guid> StandIns(string role) =>
        [
            .. _council
                .Substitutes.Where(one => one.Role == role && one.Service is null)
                .SelectMany(one => _holdings.Where(holding => holding.Office!.Title == one.Post))
                .Select(holding => holding.PersonId),
        ];

    public IReadOnlyList<Guid> LineManagers(Guid person) =>
        [
            .. OfficesOf(person)
                .SelectMany(office => _lines.Where(line => line.OfficeId == office))
                .SelectMany(line => _holdings.Where(holding => holding.OfficeId == line.ManagerOfficeId))
                .Select(holding => holding.PersonId)
                .Distinct(),
        ];

    /// <summary>The one of that rank who answers for the person: themselves, or the nearest above.</summary>
    public IReadOnlyList<Guid> Above(string role, Guid person)
    {
        IReadOnlyList<Guid> level = [person];
        for (var up = 0; up < 8 && level.Count > 0; up++)
        {
            var there = level.Where(one => RolesOf(one).Contains(role)).ToList();
            if (there.Count > 0)
            {
                return there;
            }

            level = [.. level.SelectMany(LineManagers).Distinct()];
        }

        return [];
    }

    private List<Guid> OfficesOf(Guid person) =>
        [.. _holdings.Where(holding => holding.PersonId == person).Select(holding => holding.OfficeId)];
}
