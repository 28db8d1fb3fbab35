using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Requests;

/// <summary>A relationship is declared while something lies open between the two: it goes to the next who may have it, and nothing says why.</summary>
public sealed class PassOnWhatIsCloseTests
{
    private static readonly DateOnly Day = new(2026, 4, 2);

    [Theory, EveryDatabase]
    public async Task Declare_AsTheOwner_PassesItToTheNextWhoMay(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await ShouldPassOnAsync(council, council.People.Officer, council.People.Member);
    }

    [Theory, EveryDatabase]
    public async Task Declare_AsTheAsker_PassesItToTheNextWhoMay(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await ShouldPassOnAsync(council, council.People.Member, council.People.Officer);
    }

    private static async Task ShouldPassOnAsync(TestCouncil council, Guid declarant, Guid other)
    {
        var at = await council.AskedAsync();
        var before = await council.MatterAsync(at.Reference);
        await EmptyOutboxAsync(council);

        await DeclareAsync(council, declarant, other);

        (await InPlaceAsync(council, at, MatterParties.Owner)).ShouldBe([council.People.Director]);
        (await MayReadAsync(council, at, council.People.Officer)).ShouldBeFalse();
        (await MayReadAsync(council, at, council.People.Director)).ShouldBeTrue();
        var after = await council.MatterAsync(at.Reference);
        after.Version.ShouldBe(before.Version + 1);
        var (was, duty) = (before.Duties.ShouldHaveSingleItem(), after.Duties.ShouldHaveSingleItem());
        (duty.DueOn, duty.State, duty.Source).ShouldBe((was.DueOn, was.State, was.Source));
        duty.DebtorToken.ShouldNotBe(was.DebtorToken);
        var told = await council.ReadAsync(db => db.Outbox.Select(mail => mail.ToPersonId).ToListAsync());
        told.ShouldBe([council.People.Director, council.People.Member], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    public async Task PassOn_OfADeclaration_SaysWhatIsSaidOfAnEmptyOfficeAndIsTheServicesOwnDoing(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();

        await DeclareAsync(council, council.People.Officer, council.People.Member);

        var matter = await council.MatterAsync(at.Reference);
        var said = matter.Messages.Single(message => message.Kind == "reassignment");
        (await WordsAsync(council, said)).ShouldBe($"Passed to Ellis Director (Director of Place). {KeptOut.NobodyThere}");
        var service = await council.DoAsync<ViewerTokens, string>(tokens => Task.FromResult(tokens.Person(Guid.Empty, matter.Class)));
        said.AuthorToken.ShouldBe(service);
        var entries = await council.ReadAsync(db =>
            db.RecordEntries.Where(entry => entry.MatterId == matter.Id && entry.At == said.SentAt && entry.Sequence > 0)
                .OrderBy(entry => entry.Sequence)
                .Select(entry => new { entry.Kind, entry.ActorToken })
                .ToListAsync()
        );
        entries
            .Where(entry => entry.Kind is "enquiry-reassigned" or "grant-ended" or "message-reassignment")
            .Select(entry => entry.ActorToken)
            .Distinct()
            .ShouldBe([service]);
        var declared = await council.ReadAsync(db =>
            db.RecordEntries.Where(entry => entry.Kind == DeclareRelationship.Recorded).Select(entry => entry.ActorToken).SingleAsync()
        );
        declared.ShouldNotBe(service);
        declared.ShouldStartWith("s:");
    }

    [Theory, EveryDatabase]
    public async Task Declare_WhereNobodyIsLeft_LeavesItToTheClerkToSayWhoAnswers(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        await DeclareAsync(council, council.People.Director, council.People.Member);
        await EmptyOutboxAsync(council);

        await DeclareAsync(council, council.People.Officer, council.People.Member);

        (await InPlaceAsync(council, at, MatterParties.Owner)).ShouldBeEmpty();
        (await InPlaceAsync(council, at, MatterParties.NamesOwner)).ShouldBe([council.People.Clerk]);
        (await MayReadAsync(council, at, council.People.Officer)).ShouldBeFalse();
        var matter = await council.MatterAsync(at.Reference);
        var clerk = await council.ViewerAsync(council.People.Clerk);
        clerk.Tokens.ShouldContain(matter.Duties.ShouldHaveSingleItem().DebtorToken);
        (await WordsAsync(council, matter.Messages.Last(message => message.Kind == "reassignment"))).ShouldBe(
            $"{KeptOut.NobodyThere} Ira Clerk (Democratic Services Officer) says who does."
        );
        (await council.ReadAsync(db => db.Outbox.Select(mail => mail.ToPersonId).ToListAsync())).ShouldBe(
            [council.People.Clerk, council.People.Member],
            ignoreOrder: true
        );

        var passed = await council.ActAsync<ReassignEnquiry>(
            council.People.Clerk,
            (act, viewer) =>
                act.ExecuteAsync(new(new(at.Reference, matter.Version), council.People.HousingOffice, "It is theirs."), viewer, default)
        );

        passed.ShouldBeOfType<ActResult.Done>();
        (await InPlaceAsync(council, at, MatterParties.Owner)).ShouldBe([council.People.HousingOfficer]);
        (await InPlaceAsync(council, at, MatterParties.NamesOwner)).ShouldBeEmpty();
        (await MayReadAsync(council, at, council.People.Clerk)).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Work_OnWhatNobodyHas_GoesToWhoeverSaysWhoAnswers(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        await ActAsync<ReplyToEnquiry>(
            (act, viewer, here) => act.ExecuteAsync(new(here, "It is mended.", []), viewer, default),
            council.People.Officer
        );
        await DeclareAsync(council, council.People.Director, council.People.Member);
        await DeclareAsync(council, council.People.Officer, council.People.Member);
        await EmptyOutboxAsync(council);

        await ActAsync<FollowUpEnquiry>(
            (act, viewer, here) => act.ExecuteAsync(new(here, "It is out again.", []), viewer, default),
            council.People.Member
        );
        council.Clock.Advance(TimeSpan.FromDays(40));
        await council.DoAsync<RemindDue, int>(remind => remind.ExecuteAsync(default));

        (await council.ReadAsync(db => db.Outbox.Select(mail => mail.ToPersonId).Distinct().ToListAsync())).ShouldBe(
            [council.People.Clerk, council.People.Member],
            ignoreOrder: true
        );

        async Task ActAsync<TAct>(Func<TAct, Viewer, MatterAt, Task<ActResult>> act, Guid by)
            where TAct : notnull
        {
            var version = (await council.MatterAsync(at.Reference)).Version;
            (
                await council.ActAsync<TAct>(by, (service, viewer) => act(service, viewer, new MatterAt(at.Reference, version)))
            ).ShouldBeOfType<ActResult.Done>();
        }
    }

    [Theory, EveryDatabase]
    public async Task Declare_AboveAnOverdueReply_EndsWhatCouldBeSeenFromThere(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        council.Clock.Advance(TimeSpan.FromDays(40));
        await council.DoAsync<RemindDue, int>(remind => remind.ExecuteAsync(default));
        (await MayReadAsync(council, at, council.People.Manager)).ShouldBeTrue();

        await DeclareAsync(council, council.People.Manager, council.People.Member);

        (await MayReadAsync(council, at, council.People.Manager)).ShouldBeFalse();
        (await InPlaceAsync(council, at, MatterParties.Owner)).ShouldBe([council.People.Officer]);
        (await InPlaceAsync(council, at, MatterParties.Overseeing)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Declare_WhileASealedOneLiesOpen_PassesItOnWithinItsService(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync(request =>
            request with
            {
                Sealed = true,
                Constituent = new ConstituentDetails("Winifred Ash", null, null, true, "The person asked for it."),
            }
        );

        await DeclareAsync(council, council.People.Officer, council.People.Member);

        (await MayReadAsync(council, at, council.People.Officer)).ShouldBeFalse();
        (await MayReadAsync(council, at, council.People.Director)).ShouldBeTrue();
        var director = await council.ViewerAsync(council.People.Director);
        var standing = await council.DoAsync<Enquiries, Standing?>(enquiries => enquiries.FindAsync(at.Reference, director, default));
        standing.ShouldNotBeNull().Granted.ShouldContain(Parts.Constituent);
    }

    [Theory, EveryDatabase]
    public async Task Declare_MovesNothingThatIsClosedOrOfSomebodyElse_AndEndingItMovesNothing(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var other = (
            (AskOfficerResult.Asked)
                await council.AskAsync(
                    request => request with { MemberId = council.People.OtherGroupMember },
                    council.People.OtherGroupMember
                )
        ).Reference;
        var closed = await council.AskedAsync();
        await council.ActAsync<CloseEnquiry>(council.People.Member, (act, viewer) => act.ExecuteAsync(new(closed), viewer, default));
        var open = await council.AskedAsync();

        var declared = await DeclareAsync(council, council.People.Officer, council.People.Member);
        var officer = await council.ViewerAsync(council.People.Officer);
        var ended = await council.DoAsync<EndRelationship, RegisterChange>(end =>
            end.ExecuteAsync(officer, new EndRelationshipRequest(declared, Day))
        );

        ended.ShouldBeOfType<RegisterChange.Done>();
        (await InPlaceAsync(council, new(other, 1), MatterParties.Owner)).ShouldBe([council.People.Officer]);
        (await InPlaceAsync(council, closed, MatterParties.Owner)).ShouldBe([council.People.Officer]);
        (await InPlaceAsync(council, open, MatterParties.Owner)).ShouldBe([council.People.Director]);
    }

    [Theory, EveryDatabase]
    public async Task Declare_WhileAQuestionOfMeaningLiesOpen_PassesItToTheClerk(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("generic"));
        var at = await council.AskedAsync(request =>
            request with
            {
                Kind = EnquiryKind.ProtocolQuestion,
                ServiceAreaId = null,
                WardId = null,
                About = new AskedSituation("raise-concern", [new SaidAnswer("by", "member")], Day, "May I?"),
            }
        );
        (await InPlaceAsync(council, at, MatterParties.Owner)).ShouldBe([council.People.MonitoringOfficer]);

        await DeclareAsync(council, council.People.MonitoringOfficer, council.People.Member);

        (await InPlaceAsync(council, at, MatterParties.Owner)).ShouldBe([council.People.Clerk]);
        (await MayReadAsync(council, at, council.People.MonitoringOfficer)).ShouldBeFalse();
    }

    private static async Task<Guid> DeclareAsync(TestCouncil council, Guid person, Guid other)
    {
        var viewer = await council.ViewerAsync(person);
        var done = await council.DoAsync<DeclareRelationship, RegisterChange>(declare =>
            declare.ExecuteAsync(viewer, new(person, other, Tie.Family, "We are cousins.", null, Day.AddDays(-10)))
        );
        return done.ShouldBeOfType<RegisterChange.Done>().Id;
    }

    private static async Task<bool> MayReadAsync(TestCouncil council, MatterAt at, Guid person)
    {
        var viewer = await council.ViewerAsync(person);
        return await council.DoAsync<Enquiries, Standing?>(enquiries => enquiries.FindAsync(at.Reference, viewer, default)) is not null;
    }

    private static async Task<IReadOnlyList<Guid>> InPlaceAsync(TestCouncil council, MatterAt at, string place)
    {
        var matter = await council.MatterAsync(at.Reference);
        var found = await council.DoAsync<MatterParties, PartyIdentity?>(parties => parties.InAsync(matter, place, default));
        return found is null ? [] : [found.PersonId];
    }

    private static async Task<string?> WordsAsync(TestCouncil council, Message message) =>
        await council.DoAsync<ContentStore, string?>(contents => contents.ReadTextAsync(message.ContentId, default));

    private static Task<int> EmptyOutboxAsync(TestCouncil council) => council.ReadAsync(db => db.Outbox.ExecuteDeleteAsync());
}
