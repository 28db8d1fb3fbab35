using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Testing;

namespace Comity.Web.Tests.Walls;

/// <summary>Those whom the walk needs beside the people of <see cref="TestPeople"/>.</summary>
internal sealed record WallPeople(
    TestPeople Council,
    Guid Parks,
    Guid FormerOwner,
    Guid CopiedIn,
    Guid Logger,
    Guid Deputy,
    Guid NextDeputy
)
{
    public static async Task<WallPeople> AddAsync(WiganCouncil council)
    {
        var parks = Guid.CreateVersion7();
        var junior = await council.App.AddPersonAsync("Pia Parks", "officer", "Parks Assistant", "pia.parks@example.org");
        var chief = await council.App.AddPersonAsync("Quentin Copied", "director", "Director of Parks", "quentin.copied@example.org");
        var logger = await council.App.AddPersonAsync("Lou Logger", "clerk", "Committee Clerk", "lou.logger@example.org");
        var deputy = await council.App.AddPersonAsync("Dev Deputy", "senior-officer", "Signals Officer", "dev.deputy@example.org");
        var next = await council.App.AddPersonAsync("Nell Next", "senior-officer", "Bridges Officer", "nell.next@example.org");
        await using var db = council.App.OpenDatabase();
        db.Add(
            new ServiceArea
            {
                Id = parks,
                Name = "Parks",
                Subjects = "trees, play areas",
                From = TestPeople.Since,
            }
        );
        var desk = OfficeOf(junior);
        (desk.Junior, desk.ServiceAreaId) = (true, parks);
        OfficeOf(chief).ServiceAreaId = parks;
        db.Add(
            new NamedContact
            {
                Id = Guid.CreateVersion7(),
                ServiceAreaId = parks,
                OfficeId = desk.Id,
                Contact = EnquiryOwners.RegularContact,
                From = TestPeople.Since,
                RecordedAt = council.App.Clock.Now,
            }
        );
        db.Add(Acts(deputy, new DateOnly(2026, 3, 30), new DateOnly(2026, 4, 10)));
        db.Add(Acts(next, new DateOnly(2026, 5, 4), new DateOnly(2026, 5, 15)));
        await db.SaveChangesAsync();
        return new WallPeople(council.People, parks, junior, chief, logger, deputy, next);

        Office OfficeOf(Guid person) =>
            db.Holdings.Where(holding => holding.PersonId == person).Select(holding => holding.Office!).Single();

        Deputy Acts(Guid person, DateOnly from, DateOnly until) =>
            new()
            {
                Id = Guid.CreateVersion7(),
                OfficeId = council.People.OfficerOffice,
                PersonId = person,
                From = from,
                Until = until,
                RecordedAt = council.App.Clock.Now,
            };
    }

    /// <summary>Nobody where the onlooker is no person of this council.</summary>
    public Guid? Of(Onlooker onlooker) =>
        onlooker switch
        {
            Onlooker.Asker => Council.Member,
            Onlooker.Owner => Council.Officer,
            Onlooker.OtherService => Council.HousingOfficer,
            Onlooker.SameWard => Council.SameWardMember,
            Onlooker.OtherGroup => Council.OtherGroupMember,
            Onlooker.Former => Council.FormerMember,
            Onlooker.ManagerBefore or Onlooker.ManagerAfter => Council.Manager,
            Onlooker.Clerk => Council.Clerk,
            Onlooker.MonitoringOfficer => Council.MonitoringOfficer,
            Onlooker.Logger => Logger,
            Onlooker.CopiedIn => CopiedIn,
            Onlooker.FormerOwner => FormerOwner,
            Onlooker.Deputy or Onlooker.DeputyAfterwards => Deputy,
            Onlooker.DeputyBeforehand => NextDeputy,
            Onlooker.SignedOut or Onlooker.OtherCouncil => null,
            _ => throw new ArgumentOutOfRangeException(nameof(onlooker), onlooker, "Say who that is."),
        };
}
