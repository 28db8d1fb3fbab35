using System.Text.Json.Nodes;
using Comity.Service.Advising;
using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.Patterns;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Tests.Information;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Concerns;

/// <summary>Each kind of act that the record shows, done by the person whom a concern is about to whoever raised it: taken up once, and by the right name.</summary>
public sealed class AdverseActTests
{
    [Theory]
    [InlineData("raise-concern", "concern")]
    [InlineData("refer-code-complaint", "code-complaint")]
    public async Task Raise_a_concern_or_complain_under_the_code_the_other_way_round_is_one(string act, string kind)
    {
        var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("borough"));
        var people = council.People;
        await using var concern = await HeardConcern.RaiseAsync(DatabaseKind.Sqlite, council: council, about: people.OtherGroupMember);
        var facts = new Dictionary<string, string> { ["code-breach-alleged"] = "yes" };
        await concern.RaiseAgainAsync(people.OtherGroupMember, people.Member, request => request with { Act = act, Facts = facts });

        await ShouldBeOneAsync(concern, kind, people.OtherGroupMember);
    }

    [Fact]
    public async Task Raise_a_grievance_about_somebody_is_one()
    {
        await using var concern = await HeardConcern.RaiseAsync(DatabaseKind.Sqlite);
        var people = concern.People;
        var facts = new Dictionary<string, string>();
        await concern.RaiseAgainAsync(people.Officer, people.Member, request => request with { Act = "raise-grievance", Facts = facts });

        await ShouldBeOneAsync(concern, "grievance", people.Officer);
    }

    [Theory, EveryDatabase]
    public async Task Find_against_somebody_in_a_concern_that_one_hears_is_one_and_finding_nothing_is_none(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind, by: null, about: null);
        var people = concern.People;

        // The officer raised one about the line manager, who hears the member's about the officer.
        var earlier = await concern.RaiseAgainAsync(people.Officer, people.Manager);
        var heard = await HeardBetweenAsync(concern);
        (await heard.TakeUpAsync(people.Manager)).ShouldBeOfType<ActResult.Done>();
        (await heard.DecideAsync(people.Manager, null, "none")).ShouldBeOfType<ActResult.Done>();
        (await concern.Council.WatchAsync()).ShouldBe(0);

        var again = await HeardBetweenAsync(concern);
        (await again.TakeUpAsync(people.Manager)).ShouldBeOfType<ActResult.Done>();
        (await again.DecideAsync(people.Manager, null, "code")).ShouldBeOfType<ActResult.Done>();
        (await concern.Council.WatchAsync()).ShouldBe(1);

        var line = (await concern.Council.ShownToAsync(people.MonitoringOfficer)).ShouldHaveSingleItem();
        (line.Matter.Reference, line.Act.Kind, line.Act.By).ShouldBe((earlier, "found-against", people.Manager));
    }

    [Theory, EveryDatabase]
    public async Task Decline_what_was_asked_for_is_one(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        var council = concern.Council;
        var at = await council.AskedAsync(request =>
            request with
            {
                Kind = EnquiryKind.Task,
                Facts = new Dictionary<string, string> { ["purpose"] = "council-business" },
            }
        );
        (
            await council.ActAsync<DeclineEnquiry>(
                concern.People.Officer,
                (act, viewer) => act.ExecuteAsync(new(at, ["outside-normal-hours=yes"], "It is not ours to say."), viewer, default)
            )
        ).ShouldBeOfType<ActResult.Done>();

        await ShouldBeOneAsync(concern, "declined", concern.People.Officer);
    }

    [Theory, EveryDatabase]
    public async Task Leave_a_message_unanswered_is_one(DatabaseKind kind)
    {
        await using var concern = await HeardConcern.RaiseAsync(kind);
        await concern.Council.LeaveUnansweredAsync();

        await ShouldBeOneAsync(concern, "unanswered", concern.People.Officer);
    }

    [Theory]
    [InlineData(RoomSaid.NoRoom, 1)]
    [InlineData(RoomSaid.Room, 0)]
    [InlineData(RoomSaid.Impact, 0)]
    public async Task Say_that_there_is_no_room_for_work_is_one_and_that_there_is_room_is_none(RoomSaid said, int taken)
    {
        await using var concern = await HeardConcern.RaiseAsync(DatabaseKind.Sqlite);
        var council = concern.Council;
        var reference = (await council.AskedAsync()).Reference;
        var officer = await council.ViewerAsync(concern.People.Officer);
        await council.DoAsync<CouncilWrites, bool>(async writes =>
        {
            // No protocol in use asks a line manager about what the member of these tests can ask for, so that the line alone is written.
            await using var write = await writes.BeginAsync(officer.ToActing(), default);
            var matter = await council.MatterAsync(reference);
            write.Record("capacity-said", matter, Parts.Content, new JsonObject { ["said"] = said.ToString() });
            await write.CommitAsync(default);
            return true;
        });

        (await council.WatchAsync()).ShouldBe(taken);
    }

    [Theory, EveryDatabase]
    public async Task Refuse_information_is_one(DatabaseKind kind)
    {
        var scene = await InformationScene.StartAsync(kind, "wigan");
        await using var concern = await HeardConcern.RaiseAsync(kind, council: scene.Council);
        await scene.NeededAsync();
        await scene.FoundAsync(facts: [("need-to-know-shown", "yes"), ("inspection-reason", "curiosity")]);
        (await scene.DecideAsync(ItemOutcome.Refused, ["no-need"])).ShouldBeOfType<ActResult.Done>();

        await ShouldBeOneAsync(concern, "refused", concern.People.Officer);
    }

    [Theory, EveryDatabase]
    public async Task End_an_office_or_a_place_in_the_register_is_one_and_a_later_end_is_none(DatabaseKind kind)
    {
        var council = await TestCouncil.CreateAsync(kind);
        var people = council.People;
        await using var concern = await HeardConcern.RaiseAsync(kind, council: council, about: people.Clerk);
        var clerk = await council.ViewerAsync(people.Clerk);
        var seat = await council.ReadAsync(db =>
            db.Holdings.AsNoTracking()
                .Where(held => held.PersonId == people.Member)
                .Select(held => new { held.Id, held.From })
                .SingleAsync()
        );
        var place = await council.ReadAsync(db =>
            db.Memberships.Where(one => one.PersonId == people.Member).Select(one => one.Id).SingleAsync()
        );

        // An end that was open, then a later one, then an earlier one.
        var ended = await council.DoAsync<EndFact<Membership>, RegisterChange>(end =>
            end.ExecuteAsync(clerk, new(place, council.Clock.Today().AddDays(9)))
        );
        var now = ended.ShouldBeOfType<RegisterChange.Done>().Id;
        var later = await council.DoAsync<EndFact<Membership>, RegisterChange>(end =>
            end.ExecuteAsync(clerk, new(now, council.Clock.Today().AddDays(30)))
        );
        later.ShouldBeOfType<RegisterChange.Done>();
        (await council.WatchAsync()).ShouldBe(1);
        var dated = await council.DoAsync<ChangeDays<Holding>, RegisterChange>(change =>
            change.ExecuteAsync(clerk, new(seat.Id, seat.From, council.Clock.Today()))
        );
        dated.ShouldBeOfType<RegisterChange.Done>();
        (await council.WatchAsync()).ShouldBe(1);

        (await concern.LaterActsAsync()).ShouldAllBe(act => act.Kind == "shortened" && act.By == people.Clerk);
        (await council.ShownToAsync(people.MonitoringOfficer)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("insist", 1)]
    [InlineData("look-again", 0)]
    public async Task Press_for_other_advice_is_one_and_to_ask_once_is_none(string way, int taken)
    {
        await using var concern = await OfficersAsync();
        var (council, people) = (concern.Council, concern.People);
        var at = await AdviceAsync(council);
        await council.ActAsync<AskForOtherAdvice>(
            people.Member,
            (ask, viewer) =>
                ask.ExecuteAsync(
                    new(at, 1, PressedBy.Find(PressedBy.ByMember, way)!, "Recommend a sign.", "My ward would suffer."),
                    viewer,
                    default
                )
        );

        (await council.WatchAsync()).ShouldBe(taken);

        (await concern.LaterActsAsync()).ShouldAllBe(act => act.Kind == "pressed" && act.By == people.Member);
    }

    [Fact]
    public async Task Press_for_other_advice_by_coming_back_or_as_its_author_says_is_one()
    {
        await using var concern = await OfficersAsync();
        var (council, people) = (concern.Council, concern.People);
        var at = await AdviceAsync(council);
        for (var time = 0; time < 2; time++)
        {
            await council.ActAsync<AskForOtherAdvice>(
                people.Member,
                (ask, viewer) => ask.ExecuteAsync(new(at, 1, PressedBy.ByMember[0], "Recommend a sign.", "I mean it."), viewer, default)
            );
        }

        (await council.WatchAsync()).ShouldBe(1);
        (
            await council.ActAsync<ReportPressure>(
                people.Officer,
                (report, viewer) =>
                    report.ExecuteAsync(
                        new(at, 1, people.Member, PressedBy.Reported[2], council.Clock.Today(), "“You will regret it.”"),
                        viewer,
                        default
                    )
            )
        ).ShouldBeOfType<ActResult.Done>();
        (await council.WatchAsync()).ShouldBe(1);

        (await concern.LaterActsAsync()).ShouldAllBe(act => act.Kind == "pressed" && act.By == people.Member);
    }

    [Theory]
    [InlineData(NextStep.TalkToLeader, 1)]
    [InlineData(NextStep.Nothing, 0)]
    public async Task Judge_how_much_somebody_asks_is_one_where_something_follows(string next, int taken)
    {
        var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite);
        var people = council.People;
        await using var concern = await HeardConcern.RaiseAsync(DatabaseKind.Sqlite, council: council, about: people.MonitoringOfficer);
        var monitoring = await council.ViewerAsync(people.MonitoringOfficer);
        (
            await council.DoAsync<NotePattern, RegisterChange>(note =>
                note.ExecuteAsync(new(people.Member, "It is a lot.", next), monitoring, default)
            )
        ).ShouldBeOfType<RegisterChange.Done>();

        (await council.WatchAsync()).ShouldBe(taken);

        (await council.ShownToAsync(people.Clerk)).Count.ShouldBe(taken);
        (await council.ShownToAsync(people.MonitoringOfficer)).ShouldBeEmpty();
    }

    private static async Task ShouldBeOneAsync(HeardConcern concern, string kind, Guid by)
    {
        (await concern.Council.WatchAsync()).ShouldBe(1);
        (await concern.Council.WatchAsync()).ShouldBe(0);
        var line = (await concern.Council.ShownToAsync(concern.People.MonitoringOfficer)).ShouldHaveSingleItem();
        (line.Matter.Reference, line.Act.Kind, line.Act.By).ShouldBe((concern.Reference, kind, by));
    }

    /// <summary>An officer has raised a concern about a member.</summary>
    private static async Task<HeardConcern> OfficersAsync()
    {
        var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite);
        return await HeardConcern.RaiseAsync(
            DatabaseKind.Sqlite,
            by: council.People.Officer,
            council: council,
            about: council.People.Member
        );
    }

    private static async Task<HeardConcern> HeardBetweenAsync(HeardConcern concern) =>
        await HeardConcern.RaiseAsync(
            DatabaseKind.Sqlite,
            by: concern.People.Member,
            council: concern.Council,
            about: concern.People.Officer
        );

    private static async Task<MatterAt> AdviceAsync(TestCouncil council)
    {
        var officer = await council.ViewerAsync(council.People.Officer);
        var given = await council.DoAsync<GiveAdvice, AdviceResult>(give =>
            give.ExecuteAsync(
                new()
                {
                    Subject = "A barrier in Mill Lane",
                    MemberIds = [council.People.Member],
                    Words = new AdviceWords
                    {
                        Analysis = "The lane is four metres wide.",
                        Options = "A barrier, a sign, or nothing.",
                        Recommendation = "Put up the barrier.",
                        About = AdviceRules.CouncilBusiness,
                        IsOwn = true,
                    },
                },
                officer,
                default
            )
        );
        var reference = given.ShouldBeOfType<AdviceResult.Written>().Reference;
        return new MatterAt(reference, (await council.MatterAsync(reference)).Version);
    }
}
