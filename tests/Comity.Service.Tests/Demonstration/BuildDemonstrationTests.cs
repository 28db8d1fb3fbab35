using Comity.Service.Concerns;
using Comity.Service.Content;
using Comity.Service.Demonstration;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Tests.People;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Demonstration;

[Trait("Takes", "long")]
public sealed class BuildDemonstrationTests(BuiltDemonstration demonstration) : IClassFixture<BuiltDemonstration>
{
    private static readonly DateOnly Today = BuiltDemonstration.Today;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Build_gives_a_whole_council(DatabaseKind kind)
    {
        await using var db = (await demonstration.OnAsync(kind)).Open();
        var council = People.SmallCouncil.Register(db);
        var held = await council.HeldOffices(Today).Where(office => !office.AsDeputy).ToListAsync(Cancel);
        var officers = held.Where(office => office.Role != "independent-person" && office.PersonName.Length > 0)
            .GroupBy(office => office.PersonId)
            .Where(offices =>
                offices.All(office => office.WardId is null)
                && offices.Any(office => office.ServiceAreaId is not null || office.Role == "chief-executive")
            )
            .ToList();

        (await db.Wards.CountAsync(Cancel)).ShouldBe(21);
        held.Where(office => office.Role == "member").Select(office => office.PersonId).Distinct().Count().ShouldBe(63);
        held.Where(office => office.Role == "member").GroupBy(office => office.WardId).ShouldAllBe(seats => seats.Count() == 3);
        officers.Count.ShouldBe(120);
        foreach (
            var role in new[]
            {
                "chief-executive",
                "monitoring-officer",
                "chief-finance-officer",
                "foi-officer",
                "press-office",
                "leader-of-council",
                "mayor",
            }
        )
        {
            held.Count(office => office.Role == role).ShouldBe(1, role);
        }

        held.Count(office => office.Role == "director").ShouldBe(5);
        held.Count(office => office.Role == "clerk").ShouldBe(2);
        held.Count(office => office.Role == "cabinet-member").ShouldBe(7);
        held.Count(office => office.Junior).ShouldBeGreaterThan(30);
    }

    [Theory, EveryDatabase]
    public async Task Build_gives_a_declared_relationship_and_a_stated_substitute(DatabaseKind kind)
    {
        await using var db = (await demonstration.OnAsync(kind)).Open();

        (await db.Matters.SingleAsync(matter => matter.Kind == DeclareRelationship.Kind, Cancel)).Class.ShouldBe(ContentClass.Sealed);
        (await db.DeclaredRelationships.CountAsync(Cancel)).ShouldBe(1);
        (await db.StatedSubstitutes.SingleAsync(Cancel)).Role.ShouldBe(NamedContact.RegularSeniorOfficer);
        var named = await SmallCouncil
            .Register(db)
            .NamedContactsAsync(
                await db.ServiceAreas.Where(service => service.Name == "Planning").Select(service => service.Id).SingleAsync(Cancel),
                NamedContact.RegularSeniorOfficer,
                Today,
                Cancel
            );
        named.ShouldHaveSingleItem().Role.ShouldBe("head-of-service");
    }

    [Theory, EveryDatabase]
    public async Task Build_gives_four_groups_with_every_place_filled(DatabaseKind kind)
    {
        await using var db = (await demonstration.OnAsync(kind)).Open();
        var council = People.SmallCouncil.Register(db);
        var groups = await db.Bodies.Where(body => body.Kind == BodyKind.PoliticalGroup).ToListAsync(Cancel);

        groups.Count.ShouldBe(4);
        foreach (var group in groups)
        {
            var members = await council.MembersOfAsync(group.Id, Today, Cancel);
            foreach (var place in Places.InGroup)
            {
                members.Count(member => member.Place == place).ShouldBeGreaterThanOrEqualTo(1, $"{place} of {group.Name}");
            }
        }

        foreach (var committee in await db.Bodies.Where(body => body.Kind == BodyKind.Committee).ToListAsync(Cancel))
        {
            (await council.MembersOfAsync(committee.Id, Today, Cancel))
                .Count(one => one.Place == Places.Chairman)
                .ShouldBe(1, committee.Name);
        }
    }

    [Theory, EveryDatabase]
    public async Task Build_puts_every_officer_but_the_chief_executive_under_a_manager_who_is_there(DatabaseKind kind)
    {
        await using var db = (await demonstration.OnAsync(kind)).Open();
        var council = People.SmallCouncil.Register(db);
        var offices = await council
            .HeldOffices(Today)
            .Where(office => office.ServiceAreaId != null || office.Role == "monitoring-officer" || office.Role == "chief-finance-officer")
            .Select(office => office.OfficeId)
            .Distinct()
            .ToListAsync(Cancel);

        foreach (var office in offices)
        {
            (await council.LineManagersOfOfficeAsync(office, Today, Cancel)).Count.ShouldBe(1);
        }
    }

    [Theory, EveryDatabase]
    public async Task Build_leaves_gaps_for_the_pages_to_show(DatabaseKind kind)
    {
        await using var db = (await demonstration.OnAsync(kind)).Open();
        var council = People.SmallCouncil.Register(db);
        var services = (await council.ServicesAsync(Today, Cancel)).Services;
        var unnamed = new List<string>();
        foreach (var service in services)
        {
            if ((await council.NamedContactsAsync(service.Id, NamedContact.RegularSeniorOfficer, Today, Cancel)).Count == 0)
            {
                unnamed.Add(service.Name);
            }
        }

        unnamed.ShouldBe(["Adults and Health", "Public Health"], ignoreOrder: true);
        (await council.HeldOffices(Today).AnyAsync(office => office.AsDeputy, Cancel)).ShouldBeTrue();
        (await db.Holdings.CountAsync(holding => holding.Office!.Role == "member" && holding.Until < Today, Cancel)).ShouldBe(1);
        (await db.People.CountAsync(person => person.OutsideBody != null, Cancel)).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Build_marks_everything_fictional_and_lets_no_mail_leave(DatabaseKind kind)
    {
        await using var db = (await demonstration.OnAsync(kind)).Open();

        (await db.Councils.SingleAsync(Cancel)).Fictional.ShouldBeTrue();
        (await db.People.ToListAsync(Cancel)).ShouldAllBe(person => person.Email!.EndsWith(".example"));
        (await db.Outbox.CountAsync(Cancel)).ShouldBeGreaterThan(300);
        (
            await db.Outbox.CountAsync(
                mail => mail.SentAt == null || mail.SealedAddress == null && !mail.ToAddress.EndsWith(".example"),
                Cancel
            )
        ).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    [Norm("wigan/4.3/e")]
    [Norm("wigan/6.2/c")]
    public async Task Build_gives_three_hundred_enquiries_in_every_state(DatabaseKind kind)
    {
        var built = await demonstration.OnAsync(kind);
        await using var db = built.Open();
        var matters = await db
            .Matters.Where(matter => matter.Kind != DeclareRelationship.Kind)
            .Include(matter => matter.Duties)
            .Include(matter => matter.Parties)
            .AsSplitQuery()
            .ToListAsync(Cancel);
        var owed = matters.SelectMany(matter => matter.Duties).Where(duty => duty.State == DutyState.Owed).ToList();
        var messages = (await db.Messages.Select(message => message.Kind).ToListAsync(Cancel)).CountBy(word => word).ToDictionary();

        matters.Count.ShouldBe(300 + OneOfEach.Matters);
        matters.Select(matter => matter.Kind).Where(EnquiryKind.IsOne).Distinct().Count().ShouldBe(9);
        matters.Select(matter => matter.ServiceAreaId).Distinct().Count().ShouldBeGreaterThan(18);
        matters.Select(matter => matter.WardId).OfType<Guid>().Distinct().Count().ShouldBe(21);
        foreach (var state in Enum.GetValues<MatterState>())
        {
            matters.Count(matter => matter.State == state).ShouldBeGreaterThanOrEqualTo(12, state.ToString());
        }

        matters.Select(matter => matter.Satisfaction).OfType<int>().Distinct().Order().ShouldBe([1, 2, 3, 4, 5]);
        matters.Count(matter => matter.Class == ContentClass.Sealed && matter.Kind != Concern.MatterKind).ShouldBe(8);
        matters.ShouldContain(matter => matter.State == MatterState.Answered && matter.FollowUpUntil >= Today);
        owed.Count(duty => duty.DueOn < Today && duty.EscalationStep == 2).ShouldBe(11);
        owed.Count(duty => duty.DueOn < Today).ShouldBe(11);
        owed.ShouldContain(duty => duty.DueOn == Today);
        owed.Count(duty => duty.DueOn == Today.AddDays(3) && duty.EscalationStep == 1).ShouldBeGreaterThanOrEqualTo(4);
        owed.Count(duty => duty.Kind == "full-reply" && duty.DueOn == null).ShouldBe(12);
        var ended = matters
            .SelectMany(matter => matter.Duties)
            .Where(duty => duty.State == DutyState.Met && duty.DueOn is not null)
            .ToList();
        ended.Count(duty => LondonTime.DateOf(duty.EndedAt!.Value) > duty.DueOn).ShouldBeInRange(22, 30);
        ended.Count(duty => LondonTime.DateOf(duty.EndedAt!.Value) <= duty.DueOn).ShouldBeGreaterThan(150);
        messages["no-reply"].ShouldBe(4);
        foreach (var word in new[] { "acknowledgement", "progress", "delay", "note", "reassignment", "follow-up", "constituent" })
        {
            messages[word].ShouldBeGreaterThanOrEqualTo(10, word);
        }

        (await db.MatterParties.Where(party => party.Place == MatterParties.LoggedBy).CountAsync(Cancel)).ShouldBe(9);
        (await db.Attachments.CountAsync(Cancel)).ShouldBeGreaterThan(30);
    }

    [Theory, EveryDatabase]
    public async Task Build_holds_one_of_each_kind_and_its_figures_add_up(DatabaseKind kind)
    {
        var built = await demonstration.OnAsync(kind);

        await OneOfEach.ShouldBeHeldAsync(built, Cancel);
        await OneOfEach.ShouldHoldConcernsAsync(built, Cancel);
        await OneOfEach.ShouldHoldMailAsync(built, DemonstrationCouncils.Usual.Keeper, Cancel);
        await OneOfEach.ShouldAddUpAsync(built, Cancel);
    }

    [Theory, EveryDatabase]
    public async Task Build_leaves_every_duty_with_an_office_that_somebody_holds_today(DatabaseKind kind)
    {
        var built = await demonstration.OnAsync(kind);
        await using var db = built.Open();
        var debtors = OneOfEach.Debtors(built, await People.SmallCouncil.Register(db).HeldOffices(Today).ToListAsync(Cancel));
        var duties = await db.Duties.ToListAsync(Cancel);

        duties.Count.ShouldBeGreaterThan(300);
        duties.ShouldAllBe(duty => debtors.Contains(duty.DebtorToken));
    }

    [Theory, EveryDatabase]
    public async Task Build_leaves_a_record_that_verifies(DatabaseKind kind)
    {
        var built = await demonstration.OnAsync(kind);
        await using var db = built.Open();
        var clock = new FixedClock(new DateTime(2026, 11, 20, 10, 0, 0, DateTimeKind.Utc));
        using var contents = new ContentStore(db, built.Keys, clock);
        var officer = (await People.SmallCouncil.Register(db).HoldersOfRoleAsync("monitoring-officer", Today, Cancel)).Single();
        var viewer = await new Viewers(new CouncilNow(db, new KeptFacts()), built.Tokens).OfAsync(officer.PersonId, Today, Cancel);
        using var zip = new MemoryStream();

        await new ExportRecord(db, contents, clock).ExecuteAsync(viewer, built.Signer, zip, null, Cancel);
        zip.Position = 0;
        var outcome = RecordVerifier.Verify(zip);

        outcome.Findings.ShouldBeEmpty();
        (outcome.FullEntries + outcome.WithheldEntries).ShouldBeGreaterThan(3000);
        outcome.WithheldEntries.ShouldBeGreaterThan(1000);
    }
}
