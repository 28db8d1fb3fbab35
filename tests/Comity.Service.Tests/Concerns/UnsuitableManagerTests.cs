using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.People;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Concerns;

/// <summary>Whoever raises a concern says that the line manager is nobody to go to (wigan 5.3), and the manager has another office besides.</summary>
public sealed class UnsuitableManagerTests
{
    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["protocol-breach"] = "yes",
        ["line-manager-unsuitable"] = "yes",
    };

    [Theory, EveryDatabase]
    public async Task Raise_WhereTheManagerIsTheNamedOfficerToo_GoesPastThemAtEveryStep(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind, request => request, council: await WithNamedOfficerAsync(kind));
        var people = concern.People;
        var asked = await concern.AskAsync(
            new ConcernCase(ConcernAct.Concern.Key, people.Member, people.Officer, Answers, concern.Council.Clock.Today())
        );
        asked.Doors.SelectMany(door => door.Hearers).ShouldAllBe(hearer => hearer.PersonId != people.Manager);
        asked.KeptOut.ShouldContain("Fran Manager");

        // The first one, raised without that answer, is the manager's; the second is not, nor can they be named for it.
        (await concern.SeenByAsync(people.Manager)).ShouldNotBeNull();
        var reference = await concern.RaiseAgainAsync(people.Member, people.Officer, request => request with { Facts = Answers });
        reference.ShouldNotBe(concern.Reference);
        var viewer = await concern.Council.ViewerAsync(people.Manager);
        (
            await concern.Council.DoAsync<ConcernMatters, ConcernSeen?>(concerns => concerns.FindAsync(reference, viewer, default))
        ).ShouldBeNull();
        var id = await concern.Council.ReadAsync(db =>
            db.Matters.Where(row => row.Reference == reference).Select(row => row.Id).SingleAsync()
        );
        var course = await concern.Council.DoAsync<ConcernCourses, ConcernCourse>(courses => courses.ReadAsync(id, default));
        var offered = await concern.Council.DoAsync<NameHearer, IReadOnlyList<HeldOffice>>(names =>
            names.MayHearAsync(course, concern.Council.Clock.Today(), default)
        );
        offered.Select(held => held.PersonId).ShouldNotContain(people.Manager);
    }

    private static async Task<TestCouncil> WithNamedOfficerAsync(DatabaseKind kind)
    {
        var council = await TestCouncil.CreateAsync(kind);
        await council.ReadAsync(async db =>
        {
            var office = await db
                .Holdings.Where(holding => holding.PersonId == council.People.Manager)
                .Select(held => held.OfficeId)
                .SingleAsync();
            db.Add(
                new NamedContact
                {
                    Id = Guid.CreateVersion7(),
                    ServiceAreaId = council.People.Highways,
                    OfficeId = office,
                    Contact = NamedContact.ServiceComplaintsOfficer,
                    From = TestPeople.Since,
                    RecordedAt = council.Clock.Now,
                }
            );
            return await db.SaveChangesAsync();
        });
        return council;
    }
}
