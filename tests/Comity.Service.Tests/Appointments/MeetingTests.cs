using Comity.Protocols;
using Comity.Service.Appointments;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Appointments;

public sealed class MeetingTests
{
    private static readonly WishToMeet Talk = new() { Kind = MeetingKind.Talk, Minutes = 30 };

    [Theory]
    [InlineData(5, false, false, false)]
    [InlineData(6, false, false, true)]
    [InlineData(6, true, false, true)]
    [InlineData(6, false, true, true)]
    [InlineData(6, true, true, false)]
    [Norm("town/10.1/a")]
    [Norm("town/10.1/c")]
    [Norm("town/10.1/d")]
    public async Task Ask_InTheTown_NeedsAnAppointmentForMoreThanFiveMinutesUnlessUrgentAndUnforeseen(
        int minutes,
        bool urgent,
        bool unforeseen,
        bool needs
    )
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("town"));

        var answer = await SaysAsync(council, Talk with { Minutes = minutes, Urgent = urgent, Unforeseen = unforeseen });

        answer.NeedsArranging.ShouldBe(needs);
        answer.SaysUnarranged.Lines.ShouldContain(line => line.Clause.Clause == "10.1");
        answer.Arranged.Outcome.ShouldBe(Outcome.Permitted);
    }

    [Fact]
    [Norm("wigan/4.6/d")]
    [Norm("wigan/4.6/c")]
    [Norm("wigan/4.6/g")]
    [Norm("wigan/4.6/b")]
    public async Task Ask_UnderWigan_BooksATalkTellsOfAVisitAndSendsASchoolVisitToTheHeadTeacher()
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite);

        var talk = await SaysAsync(council, Talk with { Minutes = 1 });
        var visit = await SaysAsync(council, new WishToMeet { Kind = MeetingKind.Visit });
        var inspection = await SaysAsync(council, new WishToMeet { Kind = MeetingKind.Inspection });
        var school = await SaysAsync(council, new WishToMeet { Kind = MeetingKind.School });

        (talk.NeedsArranging, visit.NeedsArranging, inspection.NeedsArranging).ShouldBe((true, true, false));
        visit.Arranged.Conditions.ShouldHaveSingleItem().IsMet.ShouldBeTrue();
        inspection.SaysUnarranged.Lines.ShouldContain(line => line.Clause.Norm == "wigan/4.6/c");
        school.Arranged.Route.ShouldHaveSingleItem().Who.ToString().ShouldBe("head-teacher");
    }

    [Fact]
    [Norm("borough/4.3/a")]
    [Norm("borough/4.3/b")]
    public async Task Ask_UnderTheBorough_TelephonesFirstAndMeetsTheSameDayWhenItIsUrgent()
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("borough"));

        var walkIn = await SaysAsync(council, Talk);
        var telephoned = await SaysAsync(council, Talk with { Telephoned = true });
        var urgent = await SaysAsync(council, Talk with { Urgent = true, Telephoned = true });

        (walkIn.NeedsArranging, telephoned.NeedsArranging, urgent.NeedsArranging).ShouldBe((true, false, false));
        walkIn.SaysUnarranged.Lines.ShouldContain(line => line.Clause.Norm == "borough/4.3/a");
        walkIn.Meeting.ShouldBeNull();
        urgent.Meeting.ShouldNotBeNull().DueOn.ShouldBe(council.Clock.Today());
        urgent.Meeting.Citations.ShouldContain(citation => citation.Norm == "borough/4.3/b");
    }

    [Theory]
    [InlineData("generic")]
    [InlineData("west-lavington")]
    public async Task Ask_WhereTheProtocolHasNoSuchRule_SaysThatItIsSilent(string protocol)
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite, TestPeople.TextsOf(protocol));

        var answer = await SaysAsync(council, Talk);

        (answer.IsSilent, answer.NeedsArranging).ShouldBe((true, false));
        answer.SaysUnarranged.Silence.ShouldNotBeNull();
    }

    [Theory, EveryDatabase]
    [Norm("wigan/4.6/e")]
    public async Task Ask_ForATalkUnderWigan_GoesToTheChiefOfficer(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        var reference = await AskedAsync(council);

        (await OwnerAsync(council, reference)).ShouldBe(council.People.Director);
    }

    [Theory, EveryDatabase]
    [Norm("wigan/4.6/b")]
    public async Task Ask_ForAVisitUnderWigan_TellsTheChiefOfficerBySendingItOrWantsAReason(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var wish = new WishToMeet { Kind = MeetingKind.Visit, On = new DateOnly(2026, 4, 20) };

        var reference = (await AskAsync(council, wish, council.People.Highways)).ShouldBeOfType<AskOfficerResult.Asked>().Reference;

        var copied = await council.ReadAsync(db =>
            db.MatterParties.Where(party => party.Place == MatterParties.CopiedIn).Select(party => party.PersonId).ToListAsync()
        );
        copied.ShouldBe([council.People.Director]);
        (await council.ReadAsync(db => db.Grants.AnyAsync(grant => grant.Source == "wigan/4.6/b"))).ShouldBeTrue();
        (await council.ReadAsync(db => db.Outbox.AnyAsync(mail => mail.ToPersonId == council.People.Director))).ShouldBeTrue();
        reference.ShouldNotBeEmpty();

        var untold = await AskAsync(council, wish, council.People.Housing);
        untold
            .ShouldBeOfType<AskOfficerResult.Refused>()
            .Answer.Decision.DecidedBy.ShouldContain(citation => citation.Norm == "wigan/4.6/b");
    }

    [Theory, EveryDatabase]
    public async Task Meet_IsOfferedAgreedChangedAndCalledOffAndEachVersionCounts(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var reference = await AskedAsync(council);

        (await OfferAsync(council, council.People.Director, reference, days: 5)).ShouldBeOfType<ActResult.Done>();
        (await AgreeAsync(council, council.People.Member, reference)).ShouldBeOfType<ActResult.Done>();
        var agreed = await AppointmentAsync(council);
        (agreed.State, agreed.Sequence, agreed.Minutes).ShouldBe((AppointmentState.Agreed, 0, 30));
        var matter = await council.MatterAsync(reference);
        matter.State.ShouldBe(MatterState.Answered);
        matter.Duties.ShouldAllBe(duty => duty.State == DutyState.Met);

        (await OfferAsync(council, council.People.Director, reference, days: 6))
            .ShouldBeOfType<ActResult.Refused>()
            .Why.ShouldContain("why it has to change");
        (await OfferAsync(council, council.People.Director, reference, days: 6, "A hearing.")).ShouldBeOfType<ActResult.Done>();
        (await AppointmentAsync(council)).Start.ShouldBe(agreed.Start);
        (await AgreeAsync(council, council.People.Member, reference)).ShouldBeOfType<ActResult.Done>();
        (await AppointmentAsync(council)).ShouldSatisfyAllConditions(
            one => one.Sequence.ShouldBe(1),
            one => one.Start.ShouldBe(agreed.Start!.Value.AddDays(1))
        );

        (await CallOffAsync(council, council.People.Member, reference)).ShouldBeOfType<ActResult.Done>();
        var off = await AppointmentAsync(council);
        (off.State, off.Sequence).ShouldBe((AppointmentState.CalledOff, 2));
        (await CallOffAsync(council, council.People.Director, reference)).ShouldBeOfType<ActResult.Refused>();
        (await AgreeAsync(council, council.People.Member, reference)).ShouldBeOfType<ActResult.Refused>();
        (await OfferAsync(council, council.People.Director, reference, days: 9)).ShouldBeOfType<ActResult.Done>();
        (await AppointmentAsync(council)).State.ShouldBe(AppointmentState.Offered);
    }

    [Theory, EveryDatabase]
    public async Task Meet_AgreedMovedAndCalledOff_GoesToBothCalendarsByEmailEachTimeWithAHigherSequence(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var reference = await AskedAsync(council);
        await OfferAsync(council, council.People.Director, reference, days: 5);
        await AgreeAsync(council, council.People.Member, reference);
        await OfferAsync(council, council.People.Director, reference, days: 6, "A hearing.");
        await AgreeAsync(council, council.People.Member, reference);
        await CallOffAsync(council, council.People.Member, reference);

        foreach (var person in new[] { council.People.Member, council.People.Director })
        {
            var files = await CalendarsAsync(council, person);
            files.Select(file => Line(file, "SEQUENCE:")).ShouldBe(["0", "1", "2"]);
            files.Select(file => Line(file, "METHOD:")).ShouldBe(["REQUEST", "REQUEST", "CANCEL"]);
            files.Select(file => Line(file, "UID:")).Distinct().ShouldHaveSingleItem();
            Line(files[2], "STATUS:").ShouldBe("CANCELLED");
            files[0].Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain("mailto:alex.member@example.org");
        }
    }

    [Theory, EveryDatabase]
    public async Task Meet_OnASealedMatter_SendsNothingOfItToAnyCalendar(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync(request =>
            request with
            {
                Kind = EnquiryKind.Appointment,
                Sealed = true,
                WardId = null,
                Facts = MeetingRules.FactsOf(Talk, isArranged: true, council.Clock.Today()),
            }
        );
        await OfferAsync(council, council.People.Director, at.Reference, days: 5);
        (await AgreeAsync(council, council.People.Member, at.Reference)).ShouldBeOfType<ActResult.Done>();

        (await council.ReadAsync(db => db.Outbox.CountAsync())).ShouldBeGreaterThan(0);
        (await council.ReadAsync(db => db.Outbox.CountAsync(mail => mail.Calendar != null))).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task Ask_ForATalk_IsWrittenDownForAMemberByAnOfficerAndForNobodyElseByAMember(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        var logged = await AskAsync(council, Talk, council.People.Highways, council.People.Clerk, council.People.Member);
        var forged = await AskAsync(council, Talk, council.People.Highways, council.People.OtherGroupMember, council.People.Member);

        var matter = logged.ShouldBeOfType<AskOfficerResult.Asked>().MatterId;
        forged.ShouldBeOfType<AskOfficerResult.NotEntitled>();
        var places = await council.ReadAsync(db =>
            db.MatterParties.Where(party => party.MatterId == matter).ToDictionaryAsync(party => party.Place, party => party.PersonId)
        );
        (places[MatterParties.RaisedBy], places[MatterParties.LoggedBy]).ShouldBe((council.People.Member, council.People.Clerk));
        (await council.ReadAsync(db => db.Outbox.CountAsync(mail => mail.ToPersonId == council.People.Member))).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Meet_ByAnybodyElseOrInThePast_ComesToNothing(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var reference = await AskedAsync(council);

        (await OfferAsync(council, council.People.Member, reference, days: 5)).ShouldBeOfType<ActResult.NotThere>();
        (await OfferAsync(council, council.People.HousingOfficer, reference, days: 5)).ShouldBeOfType<ActResult.NotThere>();
        (await OfferAsync(council, council.People.Director, reference, days: -1)).ShouldBeOfType<ActResult.Refused>();
        (await council.ReadAsync(db => db.Appointments.CountAsync())).ShouldBe(0);
        await OfferAsync(council, council.People.Director, reference, days: 5);
        (await AgreeAsync(council, council.People.Director, reference)).ShouldBeOfType<ActResult.NotThere>();
        (await AgreeAsync(council, council.People.SameWardMember, reference)).ShouldBeOfType<ActResult.NotThere>();
        (await CallOffAsync(council, council.People.OtherGroupMember, reference)).ShouldBeOfType<ActResult.NotThere>();
        council.Clock.Advance(TimeSpan.FromDays(6));
        (await AgreeAsync(council, council.People.Member, reference)).ShouldBeOfType<ActResult.Refused>().Why.ShouldContain("passed");
        await Should.ThrowAsync<ChangedSinceOpenedException>(() =>
            OfferAsync(council, council.People.Director, reference, days: 5, version: 1)
        );
    }

    private static async Task<MeetingAnswer> SaysAsync(TestCouncil council, WishToMeet wish) =>
        await council.DoAsync<MeetingRules, MeetingAnswer>(rules => rules.AskAsync(wish, ["member"], council.Clock.Today(), default));

    private static async Task<AskOfficerResult> AskAsync(
        TestCouncil council,
        WishToMeet wish,
        Guid service,
        Guid? by = null,
        Guid? member = null
    )
    {
        var viewer = await council.ViewerAsync(by ?? council.People.Member);
        return await council.DoAsync<AskToMeet, AskOfficerResult>(ask =>
            ask.ExecuteAsync(
                new AskToMeetRequest(wish, service, "The barrier in Mill Lane", "Any morning suits me.", Capacity.Council, null, member),
                viewer,
                default
            )
        );
    }

    private static async Task<List<string>> CalendarsAsync(TestCouncil council, Guid person)
    {
        var files = await council.ReadAsync(db =>
            db.Outbox.Where(mail => mail.ToPersonId == person && mail.Calendar != null).Select(mail => mail.Calendar!).ToListAsync()
        );
        return [.. files.OrderBy(file => Line(file, "SEQUENCE:"), StringComparer.Ordinal)];
    }

    private static string Line(string file, string name) =>
        file.Split("\r\n").Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..];

    private static async Task<string> AskedAsync(TestCouncil council) =>
        (await AskAsync(council, Talk, council.People.Highways)).ShouldBeOfType<AskOfficerResult.Asked>().Reference;

    private static async Task<ActResult> OfferAsync(
        TestCouncil council,
        Guid by,
        string reference,
        int days,
        string? reason = null,
        int? version = null
    )
    {
        var at = new MatterAt(reference, version ?? (await council.MatterAsync(reference)).Version);
        var times = new[] { new TimeToOffer(council.Clock.Now.AddDays(days), 30, "Room 4") };
        return await council.ActAsync<OfferTimes>(by, (offer, viewer) => offer.ExecuteAsync(new(at, times, reason), viewer, default));
    }

    private static async Task<ActResult> AgreeAsync(TestCouncil council, Guid by, string reference)
    {
        var at = new MatterAt(reference, (await council.MatterAsync(reference)).Version);
        var offer = await council.ReadAsync(db =>
            db.OfferedTimes.OrderByDescending(time => time.Round).Select(time => time.Id).FirstAsync()
        );
        return await council.ActAsync<AgreeTime>(by, (agree, viewer) => agree.ExecuteAsync(new(at, offer), viewer, default));
    }

    private static async Task<ActResult> CallOffAsync(TestCouncil council, Guid by, string reference)
    {
        var at = new MatterAt(reference, (await council.MatterAsync(reference)).Version);
        return await council.ActAsync<CallOff>(by, (callOff, viewer) => callOff.ExecuteAsync(new(at, "I am ill."), viewer, default));
    }

    private static Task<Appointment> AppointmentAsync(TestCouncil council) =>
        council.ReadAsync(db => db.Appointments.AsNoTracking().SingleAsync());

    private static Task<Guid?> OwnerAsync(TestCouncil council, string reference) =>
        council.ReadAsync(db =>
            db.MatterParties.Where(party => party.Place == MatterParties.Owner)
                .Where(party => db.Matters.Any(matter => matter.Id == party.MatterId && matter.Reference == reference))
                .Select(party => party.PersonId)
                .SingleAsync()
        );
}
