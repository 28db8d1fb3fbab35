using Comity.Service.Concerns;
using Comity.Service.Demonstration;
using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Setup;
using Comity.Service.Tests.People;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Demonstration;

/// <summary>What holds of every demonstration council but the usual one, of which more is asked in a class of its own.</summary>
[Trait("Takes", "long")]
public sealed class EachDemonstrationTests(BuiltDemonstration demonstration) : IClassFixture<BuiltDemonstration>
{
    private static readonly DateOnly Today = BuiltDemonstration.Today;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static IEnumerable<TheoryDataRow<DatabaseKind, string>> Small =>
        from kind in Enum.GetValues<DatabaseKind>()
        from council in DemonstrationCouncils.All.Skip(1)
        select new TheoryDataRow<DatabaseKind, string>(kind, council.ProtocolKey)
        {
            Skip =
                kind == DatabaseKind.Postgres && TestDatabase.PostgresServer is null
                    ? "COMITY_TEST_POSTGRES names no PostgreSQL server"
                    : null,
        };

    [Fact]
    public void Councils_are_one_under_each_protocol_and_found_by_it_or_by_their_place()
    {
        DemonstrationCouncils
            .All.Select(council => council.ProtocolKey)
            .ShouldBe(["wigan", "borough", "town", "generic", "west-lavington"]);
        DemonstrationCouncils.Find("Nether-Larkwell")!.ProtocolKey.ShouldBe("west-lavington");
        DemonstrationCouncils.Find("TOWN")!.Name.ShouldBe("Saltmarrow Town Council");
        DemonstrationCouncils.Find("nowhere").ShouldBeNull();
    }

    [Theory, MemberData(nameof(Small))]
    public async Task Build_plays_what_is_written_down_and_marks_it_fictional(DatabaseKind kind, string protocol)
    {
        var council = DemonstrationCouncils.Find(protocol)!;
        await using var db = (await demonstration.OnAsync(kind, council)).Open();
        var row = await db.Councils.SingleAsync(Cancel);
        var matters = await db
            .Matters.Include(matter => matter.Duties)
            .Where(matter => matter.Kind != DeclareRelationship.Kind)
            .ToListAsync(Cancel);
        var held = await SmallCouncil.Register(db).HeldOffices(Today).ToListAsync(Cancel);

        (row.Fictional, row.Name, row.ProtocolKey, row.Kind).ShouldBe((true, council.Name, protocol, council.Kind));
        (await db.ProtocolAdoptions.SingleAsync(Cancel)).ProtocolKey.ShouldBe(protocol);
        (await db.People.ToListAsync(Cancel)).ShouldAllBe(person => person.Email!.EndsWith(".example"));
        (await db.Outbox.CountAsync(mail => mail.SentAt == null, Cancel)).ShouldBe(0);
        held.Where(office => office.Role == "member")
            .Select(office => office.PersonId)
            .Distinct()
            .Count()
            .ShouldBe(council.Wards.Sum(ward => ward.Seats));
        matters.Count.ShouldBe(council.Enquiries.Sum(one => one.Count) + OneOfEach.Matters);
        matters.ShouldContain(matter => matter.State == MatterState.Open);
        matters.ShouldContain(matter => matter.State == MatterState.Answered);
        matters.ShouldContain(matter => matter.State == MatterState.Closed);

        // Where nothing gives a time, no duty has a date; where something does, each has one, and some are past it.
        var owed = matters
            .Where(matter => matter.Kind != Concern.MatterKind)
            .SelectMany(matter => matter.Duties)
            .Where(duty => duty.State == DutyState.Owed && duty.Kind != AskReview.Duty)
            .ToList();
        owed.ShouldAllBe(duty => duty.DueOn.HasValue == council.ReplyDays.HasValue);
        owed.Any(duty => duty.DueOn < Today).ShouldBe(council.ReplyDays.HasValue);
    }

    [Theory, MemberData(nameof(Small))]
    public async Task Build_holds_one_of_each_kind_and_its_figures_add_up(DatabaseKind kind, string protocol)
    {
        var council = DemonstrationCouncils.Find(protocol)!;
        var built = await demonstration.OnAsync(kind, council);

        await OneOfEach.ShouldBeHeldAsync(built, Cancel);
        await OneOfEach.ShouldHoldConcernsAsync(built, Cancel);
        await OneOfEach.ShouldHoldMailAsync(built, council.Keeper, Cancel);
        await OneOfEach.ShouldAddUpAsync(built, Cancel);
    }

    [Theory, MemberData(nameof(Small))]
    public async Task Build_says_who_does_each_duty_of_the_protocol_and_whose_the_Monitoring_Officer_is(DatabaseKind kind, string protocol)
    {
        await using var db = (await demonstration.OnAsync(kind, DemonstrationCouncils.Find(protocol)!)).Open();
        var register = SmallCouncil.Register(db);
        var library = PackFolder.Open(Checkout.PathOf(PackFolder.Name));

        foreach (var question in SetUpQuestions.Of(library, library.Find(protocol)!))
        {
            (await register.HoldersOfRoleAsync(question.Duty, Today, Cancel)).ShouldNotBeEmpty(question.Duty);
        }

        (await db.RoleEquivalences.ToListAsync(Cancel)).ShouldAllBe(fact => fact.Minute!.Contains("minute 7"));
        (await db.RoleEquivalences.AnyAsync(fact => fact.Duty == "head-of-paid-service", Cancel)).ShouldBeTrue();
        var officer = (await register.HoldersOfRoleAsync("monitoring-officer", Today, Cancel)).ShouldHaveSingleItem();
        var outside = await db
            .People.Where(person => person.Id == officer.PersonId)
            .Select(person => person.OutsideBody)
            .SingleAsync(Cancel);
        (outside is null).ShouldBe(protocol == "borough");
    }

    [Theory, MemberData(nameof(Small))]
    public async Task Build_leaves_every_duty_with_an_office_that_somebody_holds_today(DatabaseKind kind, string protocol)
    {
        var built = await demonstration.OnAsync(kind, DemonstrationCouncils.Find(protocol)!);
        await using var db = built.Open();
        var debtors = OneOfEach.Debtors(built, await SmallCouncil.Register(db).HeldOffices(Today).ToListAsync(Cancel));

        (await db.Duties.ToListAsync(Cancel)).ShouldAllBe(duty => debtors.Contains(duty.DebtorToken));
    }

    /// <summary>Every office to which a route of the protocol leads is held, or is of somebody whom only a matter gives.</summary>
    [Theory, MemberData(nameof(Small))]
    public async Task Build_fills_every_office_to_which_a_route_of_the_protocol_leads(DatabaseKind kind, string protocol)
    {
        string[] onlyInAMatter =
        [
            "subject",
            "recipient",
            "actor",
            "line-manager",
            "group-leader",
            "council",
            "committee",
            "union",
            "ward-members",
        ];
        await using var db = (await demonstration.OnAsync(kind, DemonstrationCouncils.Find(protocol)!)).Open();
        var register = SmallCouncil.Register(db);
        var library = PackFolder.Open(Checkout.PathOf(PackFolder.Name));

        foreach (
            var question in SetUpQuestions
                .RoutedTo(library.Vocabulary, library.Find(protocol)!.File)
                .ExceptBy(onlyInAMatter, one => one.Duty)
        )
        {
            var chairmen =
                question.Duty == "committee-chairman" && await db.Memberships.AnyAsync(place => place.Place == Places.Chairman, Cancel);
            (chairmen || (await register.HoldersOfRoleAsync(question.Duty, Today, Cancel)).Count > 0).ShouldBeTrue(question.Duty);
        }
    }
}
