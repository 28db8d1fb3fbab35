using Comity.Protocols;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Demonstration;

/// <summary>
/// The same enquiry in each demonstration council: a member asks about street lighting in the ward, wants something done, and wants to see a document. To
/// whom it goes, by when, who gets a copy and what a refusal cites comes from the protocol of each. Asked on Friday 20 November 2026.
/// </summary>
public sealed class SameEnquiryTests
{
    [Theory, EveryDatabase]
    [Norm("wigan/6.2/c")]
    public async Task Ask_UnderWigan_GoesToTheNamedContactAndIsOwedInTenWorkingDays(DatabaseKind kind)
    {
        await using var council = await DemonstratedCouncil.CreateAsync(kind, "wigan");

        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.Enquiry));

        asked.OwnerTitle.ShouldBe("Head of Street Lighting");
        asked.Answer.OwnerSource.ShouldBe(EnquiryOwners.RegularContact);
        (asked.Duty.DueOn, asked.Duty.Source).ShouldBe((new DateOnly(2026, 12, 4), "wigan/6.2/c"));
        asked.Answer.ReplyCopiedTo.ShouldBeEmpty();
    }

    [Fact]
    [Norm("wigan/4.5/f")]
    public async Task Ask_SomethingGeneralUnderWigan_GoesByWayOfTheDirector()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "wigan");

        var asked = await council.AskedAsync(await WithAsync(council, EnquiryKind.Enquiry, ("enquiry-scope", "general")));

        asked.OwnerTitle.ShouldBe("Director of Environment and Streets");
        asked.Answer.OwnerSource.ShouldBe("wigan/4.5/f");
    }

    [Theory, EveryDatabase]
    [Norm("borough/4.1/a")]
    [Norm("borough/7.1/a")]
    public async Task Ask_UnderBorough_GoesToTheOfficerAndTheAnswerToTheWholeWard(DatabaseKind kind)
    {
        await using var council = await DemonstratedCouncil.CreateAsync(kind, "borough");
        var request = await council.RequestAsync(EnquiryKind.Enquiry);

        var asked = await council.AskedAsync(request);
        (await council.ReplyAsync(asked)).ShouldBeOfType<ActResult.Done>();

        asked.OwnerTitle.ShouldBe("Street Lighting Team Leader");
        Cited(asked.Answer).ShouldContain("borough/4.1/a");

        // The protocol gives no time: the council's own eight working days.
        asked.Answer.TimeForReply.IsSilent.ShouldBeTrue();
        asked.Duty.DueOn.ShouldBe(new DateOnly(2026, 12, 2));
        asked.Duty.Source.ShouldStartWith("arrangement: ");
        var grants = await council.ReadAsync(db =>
            db.Grants.Where(grant => grant.MatterId == asked.Matter.Id && grant.Reason == "Was copied in.").ToListAsync()
        );
        grants.ShouldAllBe(grant => grant.Source == "borough/7.1/a");
        var colleagues = await council.DoAsync<CouncilOnDate, IReadOnlyList<HeldOffice>>(register =>
            register.WardMembersAsync(request.WardId!.Value, DemonstratedCouncil.Today)
        );
        colleagues.Count.ShouldBe(3);
        foreach (var colleague in colleagues)
        {
            (await CanSeeAsync(council, asked.Matter, colleague.PersonId)).ShouldBeTrue(colleague.PersonName);
        }
    }

    [Theory, EveryDatabase]
    public async Task Reply_UnderBoroughWithAReasonAgainstCopies_GoesToTheMemberAloneAndKeepsTheReason(DatabaseKind kind)
    {
        await using var council = await DemonstratedCouncil.CreateAsync(kind, "borough");
        var request = await council.RequestAsync(EnquiryKind.Enquiry);
        var asked = await council.AskedAsync(request);

        (await council.ReplyAsync(asked, "It names a resident.")).ShouldBeOfType<ActResult.Done>();

        (await council.ReadAsync(db => db.MatterParties.CountAsync(party => party.Place == MatterParties.CopiedIn))).ShouldBe(0);
        (await council.ReadAsync(db => db.RecordEntries.CountAsync(entry => entry.Kind == "reply-not-copied"))).ShouldBe(1);
    }

    [Fact]
    public async Task Reply_UnderBoroughToWhatIsSealedOrNotForTheWard_IsCopiedToNobody()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "borough");
        var request = await council.RequestAsync(EnquiryKind.Enquiry);

        foreach (var other in new[] { request with { Sealed = true }, request with { Capacity = Capacity.Council } })
        {
            var asked = await council.AskedAsync(other);
            asked.Answer.ReplyCopiedTo.ShouldBeEmpty();
            (await council.ReplyAsync(asked)).ShouldBeOfType<ActResult.Done>();
        }

        (await council.ReadAsync(db => db.MatterParties.CountAsync(party => party.Place == MatterParties.CopiedIn))).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    [Norm("town/4.1/d")]
    [Norm("town/6.1/c")]
    public async Task Ask_UnderTown_GoesToTheTownClerkAloneAndIsOwedByTheCouncilsStandard(DatabaseKind kind)
    {
        await using var council = await DemonstratedCouncil.CreateAsync(kind, "town");

        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.Enquiry));
        (await council.ReplyAsync(asked)).ShouldBeOfType<ActResult.Done>();

        asked.OwnerTitle.ShouldBe("Town Clerk");
        asked.Answer.OwnerSource.ShouldBe("town/6.1/c");
        asked.Answer.TimeForReply.Lines.ShouldContain(line => line.Clause.Norm == "town/4.1/d");
        asked.Duty.DueOn.ShouldBe(new DateOnly(2026, 12, 1));
        asked.Duty.Source.ShouldStartWith("arrangement: ");
        (await council.ReadAsync(db => db.MatterParties.CountAsync(party => party.Place == MatterParties.CopiedIn))).ShouldBe(0);
    }

    [Fact]
    public async Task Ask_UnderGeneric_IsNotInTheProtocolAndGoesToTheOfficerByTheCouncilsOwnTime()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "generic");

        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.Enquiry));

        asked.OwnerTitle.ShouldBe("Lighting Officer");
        (asked.Answer.Decision.Outcome, asked.Answer.Decision.Gap?.Key).ShouldBe((Outcome.Silent, "generic/asking-for-information"));
        asked.Answer.TimeForReply.IsSilent.ShouldBeTrue();
        asked.Duty.DueOn.ShouldBe(new DateOnly(2026, 12, 11));
        asked.Duty.Source.ShouldStartWith("arrangement: ");
    }

    [Theory, EveryDatabase]
    [Norm("west-lavington/3.1/d")]
    public async Task Ask_UnderWestLavington_GoesToTheClerkAndIsOwedInGoodTimeWithoutADate(DatabaseKind kind)
    {
        await using var council = await DemonstratedCouncil.CreateAsync(kind, "west-lavington");

        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.Enquiry));

        asked.OwnerTitle.ShouldBe("Clerk to the Council");
        asked.Answer.OwnerSource.ShouldBe(EnquiryOwners.Clerk);
        (asked.Duty.DueOn, asked.Duty.Source).ShouldBe((null, "west-lavington/3.1/d"));
    }

    [Fact]
    public async Task AskForATask_UnderWigan_IsNotInTheProtocolAndGoesToTheNamedContact()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "wigan");

        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.ServiceRequest));

        asked.OwnerTitle.ShouldBe("Head of Street Lighting");
        asked.Answer.Decision.Outcome.ShouldBe(Outcome.Silent);
    }

    [Fact]
    [Norm("borough/3.1/f")]
    public async Task AskForATask_UnderBorough_GoesToTheOfficerWhoTriesToHelp()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "borough");

        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.ServiceRequest));

        asked.OwnerTitle.ShouldBe("Street Lighting Team Leader");
        Cited(asked.Answer).ShouldContain("borough/3.1/f");
    }

    [Fact]
    [Norm("borough/6.3/b")]
    [Norm("borough/6.3/c")]
    public async Task AskForATask_UnderBoroughAsACabinetMember_IsAnInstructionAndGoesToTheLineManagerFirst()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "borough");
        var member = await council.HolderAsync("Cabinet Member for Streets and Parks");
        var request = await council.RequestAsync(EnquiryKind.ServiceRequest, member) with { Capacity = Capacity.Council };

        var asked = await council.AskedAsync(request);
        var forTheWard = await council.AnswerAsync(request with { Capacity = Capacity.WardRepresentative });

        asked.OwnerTitle.ShouldBe("Head of Street Lighting");
        asked.Answer.OwnerSource.ShouldBe("borough/6.3/c");
        Cited(asked.Answer).ShouldContain("borough/6.3/b");
        forTheWard.Owner!.Title.ShouldBe("Street Lighting Team Leader");
    }

    [Fact]
    [Norm("borough/6.3/b")]
    public async Task AskForATask_UnderBoroughAsTheChairmanOfACommittee_IsAnInstructionToo()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "borough");
        var chairman = await council.ReadAsync(db =>
            db.Memberships.Where(place => place.Place == Places.Chairman && place.Body!.Name == "Planning Committee")
                .Select(place => place.PersonId)
                .FirstAsync()
        );
        var seat = (
            await council.DoAsync<CouncilOnDate, IReadOnlyList<HeldOffice>>(register =>
                register.OfficesOfAsync(chairman, DemonstratedCouncil.Today)
            )
        ).Single(held => held.Role == "member");

        var answer = await council.AnswerAsync(
            await council.RequestAsync(EnquiryKind.ServiceRequest, seat) with
            {
                Capacity = Capacity.Council,
            }
        );

        answer.Owner!.Title.ShouldBe("Head of Street Lighting");
        Cited(answer).ShouldContain("borough/6.3/b");
    }

    [Fact]
    [Norm("town/10.1/e")]
    public async Task AskForATask_UnderTown_GoesToTheLineManagerAndNotToTheOfficer()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "town");

        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.ServiceRequest));

        asked.OwnerTitle.ShouldBe("Works and Amenities Manager");
        asked.Answer.OwnerSource.ShouldBe("town/10.1/e");
    }

    [Fact]
    [Norm("town/3.3/d")]
    public async Task AskForATask_UnderTownOfNoService_StaysWithTheTownClerk()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "town");

        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.ServiceRequest) with { ServiceAreaId = null });

        asked.OwnerTitle.ShouldBe("Town Clerk");
        Cited(asked.Answer).ShouldContain("town/3.3/d");
    }

    [Fact]
    [Norm("generic/7.1/b")]
    [Norm("generic/7.1/e")]
    public async Task AskForATask_UnderGeneric_HangsOnWhatItIsFor()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "generic");

        var open = await council.AnswerAsync(await council.RequestAsync(EnquiryKind.ServiceRequest));
        var asked = await council.AskedAsync(await WithAsync(council, EnquiryKind.ServiceRequest, ("purpose", "council-business")));
        var refused = await council.AskAsync(await WithAsync(council, EnquiryKind.ServiceRequest, ("purpose", "party-political")));

        open.Question!.Fact.Name.ShouldBe("purpose");
        asked.OwnerTitle.ShouldBe("Lighting Officer");
        Cited(asked.Answer).ShouldContain("generic/7.1/b");
        Cited(refused.ShouldBeOfType<AskOfficerResult.Refused>().Answer).ShouldContain("generic/7.1/e");
    }

    [Fact]
    [Norm("west-lavington/2.2.4/c")]
    [Norm("west-lavington/2.2.4/d")]
    public async Task AskForATask_UnderWestLavington_GoesToTheClerkWhoActsOnTheCouncilsInstructions()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "west-lavington");

        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.ServiceRequest));
        var refused = await council.AskAsync(await WithAsync(council, EnquiryKind.ServiceRequest, ("outside-job-description", "yes")));

        asked.OwnerTitle.ShouldBe("Clerk to the Council");
        var condition = asked.Answer.Decision.Conditions.ShouldHaveSingleItem();
        (condition.IsMet, condition.Citations[0].Norm).ShouldBe((false, "west-lavington/2.2.4/c"));
        Cited(refused.ShouldBeOfType<AskOfficerResult.Refused>().Answer).ShouldContain("west-lavington/2.2.4/d");
    }

    [Fact]
    [Norm("wigan/6.4/c")]
    public async Task AskForADocument_OutOfCuriosityUnderWigan_IsRefusedByItsClause()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "wigan");

        var refused = await council.AskAsync(
            await WithAsync(council, EnquiryKind.Information, ("inspection-reason", "curiosity"), ("need-to-know-shown", "yes"))
        );

        Cited(refused.ShouldBeOfType<AskOfficerResult.Refused>().Answer).ShouldContain("wigan/6.4/c");
    }

    [Fact]
    [Norm("borough/4.1/b")]
    public async Task AskForADocument_OfSomebodyWhoRefusesUnderBorough_IsRefusedByItsClause()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "borough");

        var refused = await council.AskAsync(
            await WithAsync(council, EnquiryKind.Information, ("personal-information", "yes"), ("consent-refused", "yes"))
        );

        Cited(refused.ShouldBeOfType<AskOfficerResult.Refused>().Answer).ShouldContain("borough/4.1/b");
    }

    [Fact]
    [Norm("town/6.4/a")]
    public async Task AskForADocument_UnderTown_IsNotInTheProtocolUnlessUnderTheAct()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "town");

        var silent = await council.AskedAsync(await council.RequestAsync(EnquiryKind.Information));
        var act = await council.AnswerAsync(await WithAsync(council, EnquiryKind.Information, ("basis", "foi")));

        (silent.Answer.Decision.Outcome, silent.Answer.Decision.Gap?.Key).ShouldBe((Outcome.Silent, "town/seeing-documents"));
        Cited(act).ShouldContain("town/6.4/a");
    }

    [Fact]
    [Norm("generic/8.1/b")]
    [Norm("generic/8.3/a")]
    public async Task AskForADocument_UnderGeneric_IsARightForTheBusinessOfAMeetingAndOfWhatTheCouncilHolds()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "generic");

        var right = await council.AskedAsync(
            await WithAsync(
                council,
                EnquiryKind.Information,
                ("held-or-controlled-by-council", "yes"),
                ("relates-to-meeting-business", "yes")
            )
        );
        var refused = await council.AskAsync(
            await WithAsync(
                council,
                EnquiryKind.Information,
                ("held-or-controlled-by-council", "no"),
                ("relates-to-meeting-business", "no")
            )
        );

        Cited(right.Answer).ShouldContain("generic/8.1/b");
        Cited(refused.ShouldBeOfType<AskOfficerResult.Refused>().Answer).ShouldContain("generic/8.3/a");
    }

    [Fact]
    public async Task AskForADocument_UnderWestLavington_IsNotInTheProtocolAndGoesToTheClerk()
    {
        await using var council = await DemonstratedCouncil.CreateAsync(DatabaseKind.Sqlite, "west-lavington");

        var asked = await council.AskedAsync(await council.RequestAsync(EnquiryKind.Information));

        asked.OwnerTitle.ShouldBe("Clerk to the Council");
        asked.Answer.Decision.Outcome.ShouldBe(Outcome.Silent);
    }

    private static async Task<AskOfficerRequest> WithAsync(
        DemonstratedCouncil council,
        EnquiryKind kind,
        params (string Fact, string Value)[] facts
    ) => await council.RequestAsync(kind) with { Facts = facts.ToDictionary(fact => fact.Fact, fact => fact.Value) };

    private static List<string> Cited(EnquiryAnswer answer) => [.. answer.Decision.DecidedBy.Select(citation => citation.Norm)];

    private static async Task<bool> CanSeeAsync(DemonstratedCouncil council, Matter matter, Guid person)
    {
        var viewer = await council.ViewerAsync(person);
        return await council.DoAsync<Service.Requests.Enquiries, Standing?>(enquiries =>
            enquiries.FindAsync(matter.Reference, viewer, default)
        )
            is not null;
    }
}
