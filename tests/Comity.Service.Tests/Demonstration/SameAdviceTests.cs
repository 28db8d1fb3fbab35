using Comity.Protocols;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Demonstration;

/// <summary>A member asks for advice, and for a piece of work, in each demonstration council: five protocols, five doors.</summary>
public sealed class SameAdviceTests
{
    [Theory, EveryDatabase]
    [Norm("wigan/4.5/j")]
    [Norm("wigan/6.1/b")]
    [Norm("wigan/6.2/c")]
    public async Task AskForAdvice_UnderWigan_GoesToTheDirectorAndIsOwedInTenWorkingDays(DatabaseKind kind)
    {
        await using var council = await DemonstratedCouncil.CreateAsync(kind, "wigan");

        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.Advice));

        (asked.OwnerTitle, asked.Answer.OwnerSource).ShouldBe(("Director of Environment and Streets", "wigan/4.5/j"));
        Cited(asked.Answer).ShouldContain("wigan/6.1/b");
        (asked.Duty.DueOn, asked.Duty.Source).ShouldBe((new DateOnly(2026, 12, 4), "wigan/6.2/c"));
    }

    [Fact]
    [Norm("town/6.1/b")]
    [Norm("town/6.1/c")]
    public async Task AskForAdvice_UnderTown_GoesToTheTownClerk()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "town");

        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.Advice));

        (asked.OwnerTitle, asked.Answer.OwnerSource).ShouldBe(("Town Clerk", "town/6.1/c"));
        Cited(asked.Answer).ShouldContain("town/6.1/b");
    }

    [Theory, EveryDatabase]
    [Norm("borough/2.4/a")]
    public async Task AskForAdvice_UnderBorough_StaysBetweenTheMemberAndTheOfficerThoughTheWardHasOtherMembers(DatabaseKind kind)
    {
        await using var council = await DemonstratedCouncil.CreateAsync(kind, "borough");

        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.Advice));
        (await council.ReplyAsync(asked)).ShouldBeOfType<ActResult.Done>();

        asked.Answer.ReplyCopiedTo.ShouldBeEmpty();
        (await council.ReadAsync(db => db.MatterParties.CountAsync(party => party.Place == MatterParties.CopiedIn))).ShouldBe(0);
        asked.Answer.Decision.Shows.Select(show => show.Citation.Norm).ShouldContain("borough/2.4/a");
    }

    [Fact]
    [Norm("borough/2.3/a")]
    [Norm("borough/2.3/b")]
    public async Task AskForAdvice_UnderBoroughForTheParty_IsRefusedByItsClause()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "borough");

        var refused = await council.AskAsync(
            await council.RequestAsync(EnquiryKind.Advice) with
            {
                Capacity = Capacity.Party,
                ReasonToGoOn = "The group meets tonight.",
            }
        );

        var answer = refused.ShouldBeOfType<AskOfficerResult.Refused>().Answer;
        answer.Decision.Outcome.ShouldBe(Outcome.Forbidden);
        Cited(answer).ShouldContain("borough/2.3/a");
        Cited(answer).ShouldContain("borough/2.3/b");
    }

    [Fact]
    [Norm("generic/4.3/a")]
    public async Task AskForAdvice_UnderGeneric_IsAllowedAndTheMemberIsAskedToMindHowSeniorTheOfficerIs()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "generic");

        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.Advice));

        asked.OwnerTitle.ShouldBe("Lighting Officer");
        Cited(asked.Answer).ShouldContain("generic/4.3/a");
        asked.Answer.Decision.Shows.ShouldContain(show => show.Citation.Norm == "generic/4.3/a" && show.Text.Contains("senior"));
    }

    [Fact]
    [Norm("west-lavington/3.1/f")]
    [Norm("west-lavington/2.2.3/a")]
    public async Task AskForAdvice_UnderWestLavington_IsARightThatRankDoesNotChange()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "west-lavington");
        var request = await council.RequestAsync(EnquiryKind.Advice);

        var asked = await council.AskedAsync(request);
        var claimed = await council.AnswerAsync(request with { Facts = new Dictionary<string, string> { ["status-claimed"] = "yes" } });

        asked.OwnerTitle.ShouldBe("Clerk to the Council");
        Cited(asked.Answer).ShouldContain("west-lavington/3.1/f");
        (claimed.Owner!.Title, claimed.Owed[0].Derived.Due).ShouldBe(("Clerk to the Council", asked.Duty.DueOn));
        Cited(claimed).ShouldContain("west-lavington/2.2.3/a");
    }

    [Fact]
    [Norm("town/10.1/e")]
    public async Task AskForAPieceOfWork_UnderTown_GoesThroughTheLineManager()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "town");

        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.Task));

        (asked.OwnerTitle, asked.Answer.OwnerSource).ShouldBe(("Works and Amenities Manager", "town/10.1/e"));
    }

    [Fact]
    public async Task AskForAPieceOfWork_UnderBorough_IsAnInstructionOnlyForWhoeverMayGiveOne()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "borough");
        var cabinet = await council.HolderAsync("Cabinet Member for Streets and Parks");

        var instructed = await council.AnswerAsync(
            await council.RequestAsync(EnquiryKind.Task, cabinet) with
            {
                Capacity = Capacity.Council,
            }
        );
        var asked = await council.AnswerAsync(await council.RequestAsync(EnquiryKind.Task) with { Capacity = Capacity.Council });

        (instructed.Owner!.Title, instructed.OwnerSource).ShouldBe(("Head of Street Lighting", "borough/6.3/c"));
        asked.Owner!.Title.ShouldBe("Street Lighting Team Leader");
        Cited(asked).ShouldContain("borough/3.1/f");
    }

    private static List<string> Cited(EnquiryAnswer answer) => [.. answer.Decision.DecidedBy.Select(citation => citation.Norm)];
}
