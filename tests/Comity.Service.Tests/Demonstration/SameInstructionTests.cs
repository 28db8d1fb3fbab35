using Comity.Protocols;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Demonstration;

/// <summary>
/// A member tells an officer what to do, in each demonstration council: on the member's own authority, by a power in the council's register, and as the
/// council has resolved. Work that is declined, and room for it, stand at the end.
/// </summary>
public sealed class SameInstructionTests
{
    private const string Minute = "Council 12 March 2026, minute 41";
    private static readonly Authority Resolved = new(AuthorityOf.Council, null, Minute);

    [Theory, EveryDatabase]
    [Norm("wigan/2/h")]
    [Norm("wigan/2/i")]
    public async Task Instruct_UnderWigan_IsForbiddenUnlessTheRegisterHasThePower(DatabaseKind kind)
    {
        await using var council = await DemonstratedCouncil.CreateAsync(kind, "wigan");
        var request = await council.RequestAsync(EnquiryKind.Instruction) with { Capacity = Capacity.Council };

        var own = (await council.AskAsync(request with { ReasonToGoOn = "I insist." })).ShouldBeOfType<AskOfficerResult.Refused>().Answer;
        var claimed = await council.AnswerAsync(
            request with
            {
                Facts = new Dictionary<string, string> { [Authority.GivenFact] = "yes" },
                Authority = new Authority(AuthorityOf.Delegation, Guid.Empty),
            }
        );
        var power = await GiveAsync(council, request.MemberId);
        var given = await council.AskedAsync(request with { Authority = new Authority(AuthorityOf.Delegation, power) });

        own.Decision.Outcome.ShouldBe(Outcome.Forbidden);
        Cited(own).ShouldBe(["wigan/2/h"]);
        own.Decision.Instead.Select(other => other.Act.Name).ShouldContain(EnquiryKind.Task.Act);
        claimed.Decision.Outcome.ShouldBe(Outcome.Forbidden);
        Cited(given.Answer).ShouldContain("wigan/2/i");
        given.Answer.Authority.ShouldBe($"By a power that the council has given: To direct the lighting programme ({Minute}).");
        (await council.ReadAsync(db => db.Messages.CountAsync(message => message.Kind == Authority.MessageKind))).ShouldBe(1);
    }

    [Fact]
    [Norm("wigan/8.1/c")]
    public async Task Instruct_UnderWiganAsTheLeader_IsForbiddenAllTheSame()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "wigan");
        var leader = await council.HolderAsync("Leader of the Council");

        var answer = await council.AnswerAsync(await council.RequestAsync(EnquiryKind.Instruction, leader));

        answer.Decision.Outcome.ShouldBe(Outcome.Forbidden);
        answer.Decision.Shows.ShouldContain(show => show.Citation.Norm == "wigan/8.1/c");
    }

    [Theory]
    [InlineData("wigan", "wigan/1.4/e")]
    [InlineData("town", "town/1/g")]
    [InlineData("west-lavington", "west-lavington/2.1/e")]
    [Norm("wigan/1.4/e")]
    [Norm("town/1/g")]
    [Norm("west-lavington/2.1/e")]
    public async Task Instruct_AsTheCouncilHasResolved_IsPermittedWithTheResolutionCited(string protocol, string norm)
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, protocol);

        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.Instruction) with { Authority = Resolved });

        asked.Answer.Decision.Outcome.ShouldBe(Outcome.Permitted);
        Cited(asked.Answer).ShouldContain(norm);
        asked.Answer.Authority.ShouldBe($"By a resolution of the council: {Minute}.");
    }

    [Theory]
    [InlineData("town", "town/10.1/e", Outcome.Forbidden)]
    [InlineData("west-lavington", "west-lavington/2.1/e", Outcome.ShouldNot)]
    [InlineData("generic", "generic/4.3/c", Outcome.ShouldNot)]
    [Norm("town/10.1/e")]
    [Norm("west-lavington/2.1/e")]
    [Norm("generic/4.3/c")]
    public async Task Instruct_OnOnesOwnAuthority_IsAdvisedAgainstOrForbidden(string protocol, string norm, Outcome outcome)
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, protocol);

        var answer = await council.AnswerAsync(await council.RequestAsync(EnquiryKind.Instruction));

        answer.Decision.Outcome.ShouldBe(outcome);
        Cited(answer).ShouldContain(norm);
    }

    [Fact]
    [Norm("generic/4.3/b")]
    public async Task Instruct_UnderGenericWithAReason_GoesToTheLineManagerWhoIsNotBound()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "generic");

        var asked = await council.AskedAsync(
            await council.RequestAsync(EnquiryKind.Instruction) with
            {
                ReasonToGoOn = "The lamp is dangerous.",
            }
        );

        asked.Answer.OwnerSource.ShouldBe("generic/4.3/b");
        asked.OwnerTitle.ShouldNotBe("Lighting Officer");
    }

    [Fact]
    public async Task Instruct_UnderBoroughAsAnOrdinaryMember_IsNotInTheProtocol()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "borough");

        var answer = await council.AnswerAsync(await council.RequestAsync(EnquiryKind.Instruction));

        (answer.Decision.Outcome, answer.Decision.Gap?.Key).ShouldBe((Outcome.Silent, "borough/instructions-from-other-members"));
    }

    [Theory, EveryDatabase]
    [Norm("borough/6.3/c")]
    [Norm("borough/6.3/d")]
    public async Task Instruct_UnderBorough_WaitsForTheLineManagersWordOnRoomAndTalkOfWhatItMeans(DatabaseKind kind)
    {
        await using var council = await DemonstratedCouncil.CreateAsync(kind, "borough");
        var cabinet = await council.HolderAsync("Cabinet Member for Streets and Parks");
        var asked = await council.AskedAsync(
            await council.RequestAsync(EnquiryKind.Instruction, cabinet) with
            {
                Capacity = Capacity.Council,
            }
        );
        var manager = await council.HolderAsync("Head of Street Lighting");
        var team = await council.HolderAsync("Street Lighting Team Leader");

        var tooSoon = await PassOnAsync(council, asked, 1, manager, team);
        var talk = await SayAsync(council, asked, 1, manager, RoomSaid.Impact, null);
        var stillOpen = await PassOnAsync(council, asked, 2, manager, team);
        var room = await SayAsync(council, asked, 2, manager, RoomSaid.Room, team.OfficeId);

        asked.OwnerTitle.ShouldBe("Head of Street Lighting");
        tooSoon.ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("borough/6.3/c");
        talk.ShouldBeOfType<ActResult.Done>();
        stillOpen.ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("borough/6.3/c");
        room.ShouldBeOfType<ActResult.Done>();
        var owner = await council.DoAsync<MatterParties, PartyIdentity?>(parties =>
            parties.InAsync(asked.Matter, MatterParties.Owner, default)
        );
        owner!.OfficeId.ShouldBe(team.OfficeId);
        (await council.ReadAsync(db => db.RecordEntries.CountAsync(entry => entry.Kind == "capacity-said"))).ShouldBe(2);
        var kinds = await council.ReadAsync(db =>
            db.Messages.Where(message => message.MatterId == asked.Matter.Id).Select(message => message.Kind).ToListAsync()
        );
        kinds.ShouldContain(RoomForWork.ImpactMessage);
        kinds.ShouldContain(RoomForWork.RoomMessage);
    }

    [Fact]
    public async Task Instruct_WithoutRoom_IsAnsweredAndTheDutyIsMet()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "borough");
        var cabinet = await council.HolderAsync("Cabinet Member for Streets and Parks");
        var asked = await council.AskedAsync(
            await council.RequestAsync(EnquiryKind.Instruction, cabinet) with
            {
                Capacity = Capacity.Council,
            }
        );

        var said = await SayAsync(council, asked, 1, await council.HolderAsync("Head of Street Lighting"), RoomSaid.NoRoom, null);

        said.ShouldBeOfType<ActResult.Done>();
        var matter = await council.ReadAsync(db => db.Matters.Include(one => one.Duties).SingleAsync(one => one.Id == asked.Matter.Id));
        (matter.State, matter.Duties.Single().State).ShouldBe((MatterState.Answered, DutyState.Met));
    }

    [Fact]
    public async Task SayWhetherThereIsRoom_WhereTheProtocolDoesNotAsk_IsRefused()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "town");
        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.Task));

        var said = await SayAsync(council, asked, 1, await council.HolderAsync(asked.OwnerTitle), RoomSaid.Room, null);

        said.ShouldBeOfType<ActResult.Refused>().Why.ShouldBe("The protocol does not ask a line manager about this.");
    }

    private static Task<ActResult> PassOnAsync(
        DemonstratedCouncil council,
        DemonstratedCouncil.Asked asked,
        int version,
        HeldOffice by,
        HeldOffice to
    ) =>
        council.DoAsync<ReassignEnquiry, ActResult>(async act =>
            await act.ExecuteAsync(
                new(new(asked.Matter.Reference, version), to.OfficeId, "It is yours."),
                await council.ViewerAsync(by.PersonId),
                default
            )
        );

    private static Task<ActResult> SayAsync(
        DemonstratedCouncil council,
        DemonstratedCouncil.Asked asked,
        int version,
        HeldOffice by,
        RoomSaid said,
        Guid? to
    ) =>
        council.DoAsync<SayWhetherThereIsRoom, ActResult>(async act =>
            await act.ExecuteAsync(
                new(new(asked.Matter.Reference, version), said, to, "Two other jobs would wait for a week."),
                await council.ViewerAsync(by.PersonId),
                default
            )
        );

    private static async Task<Guid> GiveAsync(DemonstratedCouncil council, Guid person)
    {
        var id = Guid.CreateVersion7();
        await council.ReadAsync(async db =>
        {
            db.Add(
                new Delegation
                {
                    Id = id,
                    PersonId = person,
                    Scope = "To direct the lighting programme",
                    Minute = Minute,
                    From = DemonstratedCouncil.Today.AddMonths(-1),
                    RecordedAt = DateTime.SpecifyKind(
                        DemonstratedCouncil.Today.AddDays(-1).ToDateTime(TimeOnly.MinValue),
                        DateTimeKind.Utc
                    ),
                }
            );
            return await db.SaveChangesAsync();
        });
        return id;
    }

    private static List<string> Cited(EnquiryAnswer answer) => [.. answer.Decision.DecidedBy.Select(citation => citation.Norm)];
}
