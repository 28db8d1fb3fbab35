using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Demonstration;

/// <summary>An officer declines work on a ground that the protocol in force gives, and the member gets the clause.</summary>
public sealed class DecliningWorkTests
{
    private const string Why = "The county keeps this road, and not the council.";
    private static readonly IReadOnlyDictionary<string, string> ForTheCouncil = new Dictionary<string, string>
    {
        ["purpose"] = "council-business",
    };

    [Theory]
    [InlineData("wigan", "beyond-officer-powers=yes", "wigan/4.7/a", null)]
    [InlineData("wigan", "outside-council-policy=yes", "wigan/4.7/b", null)]
    [InlineData("wigan", "outside-normal-duties=yes", "wigan/4.7/c", null)]
    [InlineData("wigan", "outside-normal-hours=yes", "wigan/4.7/d", null)]
    [InlineData("borough", "beyond-officer-powers=yes", "borough/3.1/a", null)]
    [InlineData("borough", "outside-normal-duties=yes", "borough/3.1/b", null)]
    [InlineData("borough", "outside-approved-budget=yes", "borough/3.1/c", null)]
    [InlineData("borough", "beyond-officer-authority=yes", "borough/3.1/g", null)]
    [InlineData("town", "risks-neutrality=yes", "town/3.2/c", null)]
    [InlineData("generic", "officer-considers-unlawful=yes", "generic/2.2/e", null)]
    [InlineData("generic", "possible-maladministration=yes", "generic/2.2/f", null)]
    [InlineData("generic", "breaches-professional-code=yes", "generic/2.2/g", "The code of the institution of engineers")]
    [InlineData("west-lavington", "outside-job-description=yes", "west-lavington/2.2.4/d", null)]
    [Norm("wigan/4.7/a")]
    [Norm("wigan/4.7/b")]
    [Norm("wigan/4.7/c")]
    [Norm("wigan/4.7/d")]
    [Norm("borough/3.1/a")]
    [Norm("borough/3.1/b")]
    [Norm("borough/3.1/c")]
    [Norm("borough/3.1/g")]
    [Norm("town/3.2/c")]
    [Norm("generic/2.2/e")]
    [Norm("generic/2.2/f")]
    [Norm("generic/2.2/g")]
    [Norm("west-lavington/2.2.4/d")]
    public async Task Decline_OnAGroundOfTheProtocol_IsTheAnswerWithItsClause(string protocol, string reason, string norm, string? code)
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, protocol);
        var asked = await council.AskedAsync(await WorkAsync(council));

        var known = await KnownAsync(council, asked.Matter);
        var done = await DeclineAsync(council, asked, reason, code);

        var ground = known.Single(one => one.Key == reason);
        ground.Clauses.Select(clause => clause.Norm).ShouldContain(norm);
        done.ShouldBeOfType<ActResult.Done>();
        var matter = await council.ReadAsync(db => db.Matters.Include(one => one.Duties).SingleAsync(one => one.Id == asked.Matter.Id));
        (matter.State, matter.Duties.Single().State).ShouldBe((MatterState.Answered, DutyState.Met));
        var said = await SaidAsync(council, matter);
        said.ShouldContain(Why);
        said.ShouldContain($"Clause {norm.Split('/')[1]}");
        if (code is not null)
        {
            said.ShouldContain(code);
        }

        (await council.ReadAsync(db => db.RecordEntries.CountAsync(entry => entry.Kind == "work-declined"))).ShouldBe(1);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("The resident lives among them.", false)]
    [Norm("borough/7.1/a")]
    public async Task Decline_OnAWardMatterUnderTheBorough_IsAnAnswerOfWhichTheWardGetsACopyOrTheRecordSaysWhyNot(
        string? whyNot,
        bool copied
    )
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "borough");
        var asked = await council.AskedAsync(await WorkAsync(council));

        var done = await DeclineAsync(council, asked, "beyond-officer-powers=yes", null, whyNot);

        done.ShouldBeOfType<ActResult.Done>();
        var copies = await council.ReadAsync(db => db.MatterParties.CountAsync(party => party.Place == MatterParties.CopiedIn));
        var leftOut = await council.ReadAsync(db => db.RecordEntries.CountAsync(entry => entry.Kind == "reply-not-copied"));
        (copies > 0, leftOut).ShouldBe((copied, copied ? 0 : 1));
    }

    [Fact]
    [Norm("west-lavington/2.3/d")]
    public async Task Decline_UnderWestLavingtonWhatWouldDamageNeutrality_IsOpenAgainstThoseWhoChairACommittee()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "west-lavington");
        var chairman = await council.ReadAsync(db =>
            db.Memberships.Where(place => place.Place == Places.Chairman).Select(place => place.PersonId).FirstAsync()
        );
        var seat = (
            await council.DoAsync<CouncilOnDate, IReadOnlyList<HeldOffice>>(register =>
                register.OfficesOfAsync(chairman, DemonstratedCouncil.Today)
            )
        ).First(held => held.Role == "member");
        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.Task, seat));
        var others = await council.AskedAsync(await council.RequestAsync(EnquiryKind.Task));

        var known = await KnownAsync(council, asked.Matter);
        (await DeclineAsync(council, asked, "risks-neutrality=yes", null)).ShouldBeOfType<ActResult.Done>();

        var ground = known.Single(one => one.Key == "risks-neutrality=yes");
        (ground.IsFinal, ground.Clauses[0].Norm).ShouldBe((true, "west-lavington/2.3/d"));
        (await KnownAsync(council, others.Matter)).ShouldNotContain(one => one.Key == "risks-neutrality=yes");
    }

    [Fact]
    [Norm("generic/2.2/g")]
    public async Task Decline_ForACodeWithoutNamingIt_IsRefusedByTheClause()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "generic");
        var asked = await council.AskedAsync(await WorkAsync(council));

        var refused = await DeclineAsync(council, asked, "breaches-code=yes", "  ");

        refused.ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("generic/2.2/g");
    }

    [Theory, EveryDatabase]
    public async Task Decline_OnAGroundThatTheProtocolDoesNotGive_IsRefusedAndChangesNothing(DatabaseKind kind)
    {
        await using var council = await DemonstratedCouncil.CreateAsync(kind, "town");
        var asked = await council.AskedAsync(await WorkAsync(council));

        foreach (var reason in new[] { "outside-approved-budget=yes", "nonsense=yes", "risks-neutrality=no" })
        {
            (await DeclineAsync(council, asked, reason, null)).ShouldBeOfType<ActResult.Refused>();
        }

        var matter = await council.ReadAsync(db => db.Matters.SingleAsync(one => one.Id == asked.Matter.Id));
        (matter.State, matter.Version).ShouldBe((MatterState.Open, 1));
    }

    [Fact]
    public async Task Decline_ByAnybodyElse_IsNotThere()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "borough");
        var asked = await council.AskedAsync(await WorkAsync(council));
        var other = await council.ViewerAsync((await council.HolderAsync("Monitoring Officer")).PersonId);

        var result = await council.DoAsync<DeclineEnquiry, ActResult>(act =>
            act.ExecuteAsync(
                new DeclineEnquiryRequest(new(asked.Matter.Reference, 1), ["beyond-officer-powers=yes"], Why),
                other,
                CancellationToken.None
            )
        );

        result.ShouldBeOfType<ActResult.NotThere>();
    }

    [Fact]
    public async Task Decline_WhatIsNeitherWorkNorAdvice_IsNotThereForItsOwnerEither()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "borough");
        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.Enquiry));

        (await DeclineAsync(council, asked, "beyond-officer-powers=yes", null)).ShouldBeOfType<ActResult.NotThere>();
    }

    private static async Task<AskOfficerRequest> WorkAsync(DemonstratedCouncil council) =>
        await council.RequestAsync(EnquiryKind.Task) with
        {
            Facts = ForTheCouncil,
        };

    private static Task<IReadOnlyList<ReasonToDecline>> KnownAsync(DemonstratedCouncil council, Matter matter) =>
        council.DoAsync<ReasonsToDecline, IReadOnlyList<ReasonToDecline>>(reasons =>
            reasons.OfAsync(matter, DemonstratedCouncil.Today, CancellationToken.None)
        );

    private static async Task<ActResult> DeclineAsync(
        DemonstratedCouncil council,
        DemonstratedCouncil.Asked asked,
        string reason,
        string? code,
        string? whyNotCopied = null
    )
    {
        var owner = await council.ViewerAsync((await council.HolderAsync(asked.OwnerTitle)).PersonId);
        return await council.DoAsync<DeclineEnquiry, ActResult>(act =>
            act.ExecuteAsync(
                new DeclineEnquiryRequest(new(asked.Matter.Reference, 1), [reason], Why, code, whyNotCopied),
                owner,
                CancellationToken.None
            )
        );
    }

    private static Task<string> SaidAsync(DemonstratedCouncil council, Matter matter) =>
        council.DoAsync<ContentStore, string>(async contents =>
        {
            var id = await council.ReadAsync(db =>
                db.Messages.Where(message => message.MatterId == matter.Id && message.Kind == DeclineEnquiry.MessageKind)
                    .Select(message => message.ContentId)
                    .SingleAsync()
            );
            return (await contents.ReadTextAsync(id, CancellationToken.None))!;
        });
}
