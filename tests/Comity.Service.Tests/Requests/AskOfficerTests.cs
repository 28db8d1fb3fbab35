using Comity.Protocols;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Requests;

public sealed class AskOfficerTests
{
    [Theory, EveryDatabase]
    [Norm("wigan/6.2/c")]
    public async Task Ask_BeforeEaster_OwesAReplyTenWorkingDaysOn(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        var at = await council.AskedAsync();

        var duty = (await council.MatterAsync(at.Reference)).Duties.ShouldHaveSingleItem();
        duty.DueOn.ShouldBe(new DateOnly(2026, 4, 20));
        duty.Source.ShouldBe("wigan/6.2/c");
        duty.Ledger.ShouldHaveSingleItem().On.ShouldBe(new DateOnly(2026, 4, 2));
    }

    [Theory, EveryDatabase]
    public async Task Ask_OfAServiceWithANamedContact_GoesToThatContactAndNobodyElseSeesIt(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        var at = await council.AskedAsync();

        (await StandingAsync(council, at, council.People.Officer)).ShouldNotBeNull().IsOwner.ShouldBeTrue();
        (await StandingAsync(council, at, council.People.Member)).ShouldNotBeNull().IsAsker.ShouldBeTrue();
        foreach (
            var other in new[]
            {
                council.People.SameWardMember,
                council.People.OtherGroupMember,
                council.People.FormerMember,
                council.People.Manager,
                council.People.Director,
                council.People.HousingOfficer,
                council.People.Clerk,
                council.People.MonitoringOfficer,
            }
        )
        {
            (await StandingAsync(council, at, other)).ShouldBeNull();
        }
    }

    [Theory, EveryDatabase]
    [Norm("wigan/4.5/f")]
    public async Task Ask_SomethingGeneral_GoesByWayOfTheChiefOfficer(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        var at = await council.AskedAsync(request =>
            request with
            {
                Facts = new Dictionary<string, string> { ["enquiry-scope"] = "general" },
            }
        );

        (await StandingAsync(council, at, council.People.Director)).ShouldNotBeNull().IsOwner.ShouldBeTrue();
        (await StandingAsync(council, at, council.People.Officer)).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Ask_AfterTheTermHasEnded_IsRefused(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        var result = await council.AskAsync(
            request => request with { MemberId = council.People.FormerMember },
            by: council.People.FormerMember
        );

        result.ShouldBeOfType<AskOfficerResult.NotEntitled>();
        (await council.ReadAsync(db => db.Matters.CountAsync())).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task Ask_OfAServiceThatHasNobody_SaysSo(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        var result = await council.AskAsync(request => request with { ServiceAreaId = council.People.Orphaned });

        result.ShouldBe(new AskOfficerResult.NobodyToAsk("Markets"));
    }

    [Theory, EveryDatabase]
    [Norm("wigan/6.4/b")]
    [Norm("wigan/6.4/c")]
    public async Task Ask_ToLookThroughFilesAtLarge_IsForbidden(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        foreach (
            var (fact, value, clause) in new[]
            {
                ("request-unlimited", "yes", "wigan/6.4/b"),
                ("inspection-reason", "curiosity", "wigan/6.4/c"),
            }
        )
        {
            var result = await council.AskAsync(request =>
                request with
                {
                    Kind = EnquiryKind.Information,
                    Facts = new Dictionary<string, string> { ["need-to-know-shown"] = "yes", [fact] = value },
                }
            );

            var refused = result.ShouldBeOfType<AskOfficerResult.Refused>();
            refused.Answer.Decision.Outcome.ShouldBe(Outcome.Forbidden);
            refused.Answer.Decision.DecidedBy.Select(citation => citation.Norm).ShouldContain(clause);
        }
    }

    [Theory, EveryDatabase]
    [Norm("wigan/6.4/a")]
    public async Task Ask_ForADocument_NeedsTheNeedToKnow(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        var without = await council.AskAsync(request => request with { Kind = EnquiryKind.Information });
        var with = await council.AskAsync(request =>
            request with
            {
                Kind = EnquiryKind.Information,
                Facts = new Dictionary<string, string> { ["need-to-know-shown"] = "yes" },
            }
        );

        without.ShouldBeOfType<AskOfficerResult.Refused>().Answer.Question!.Fact.Name.ShouldBe("need-to-know-shown");
        with.ShouldBeOfType<AskOfficerResult.Asked>();
    }

    [Theory, EveryDatabase]
    [Norm("wigan/4.7/b")]
    public async Task Ask_ForSomethingOutsidePolicy_NeedsARecordedReason(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        AskOfficerRequest OutsidePolicy(AskOfficerRequest request) =>
            request with
            {
                Kind = EnquiryKind.ServiceRequest,
                Facts = new Dictionary<string, string> { ["outside-council-policy"] = "yes" },
            };

        var bare = await council.AskAsync(OutsidePolicy);
        var reasoned = await council.AskAsync(request => OutsidePolicy(request) with { ReasonToGoOn = "The policy is under review." });

        bare.ShouldBeOfType<AskOfficerResult.Refused>().Answer.Decision.Outcome.ShouldBe(Outcome.ShouldNot);
        reasoned.ShouldBeOfType<AskOfficerResult.Asked>();
    }

    [Theory, EveryDatabase]
    public async Task Ask_OnAMembersBehalf_IsTheMembersAndCountsFromTheDayItCame(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        var asked = await council.AskAsync(request => request with { ReceivedOn = new DateOnly(2026, 3, 28) }, by: council.People.Clerk);

        var matter = await council.MatterAsync(asked.ShouldBeOfType<AskOfficerResult.Asked>().Reference);
        matter.ReceivedOn.ShouldBe(new DateOnly(2026, 3, 28));
        matter.Duties.ShouldHaveSingleItem().DueOn.ShouldBe(new DateOnly(2026, 4, 14));
        var at = new MatterAt(matter.Reference, 1);
        (await StandingAsync(council, at, council.People.Member)).ShouldNotBeNull().IsAsker.ShouldBeTrue();
        (await StandingAsync(council, at, council.People.Clerk)).ShouldNotBeNull().IsLogger.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task Ask_ForAResident_HoldsTheDetailsApartAndSealed(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        var at = await council.AskedAsync(request =>
            request with
            {
                Constituent = new ConstituentDetails("Mavis Resident", "01234 567890", null, true, "The person asked for it."),
            }
        );

        var matter = await council.MatterAsync(at.Reference);
        var details = matter.Messages.Single(message => message.Part == Parts.Constituent);
        var content = await council.ReadAsync(db => db.Contents.SingleAsync(item => item.Id == details.ContentId));
        content.Class.ShouldBe(ContentClass.Sealed);
        content.Text.ShouldBeNull();
        content.Salt.ShouldBeNull();
        (
            await council.DoAsync<ContentStore, string?>(store => store.ReadTextAsync(details.ContentId, CancellationToken.None))
        )!.ShouldContain("Mavis Resident");
        (
            await council.ReadAsync(db =>
                db.Contents.Where(item => item.Class == ContentClass.Indexed && item.Text!.Contains("Mavis")).CountAsync()
            )
        ).ShouldBe(0);
    }

    [Theory]
    [InlineData(Capacity.Party, true, ConstituentBasis.OwnRequest, false, true)]
    [InlineData(Capacity.WardRepresentative, false, "Because I say so.", false, true)]
    [InlineData(Capacity.WardRepresentative, true, "", false, true)]
    [InlineData(Capacity.WardRepresentative, true, ConstituentBasis.OwnRequest, true, false)]
    public async Task Ask_WithAResidentsDetailsThatMayNotGo_IsStoppedBeforeItIsSent(
        Capacity capacity,
        bool isDataSubject,
        string basis,
        bool isSensitive,
        bool isOnlyWhatIsNeeded
    )
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite);

        var stopped = await council.AskAsync(request =>
            request with
            {
                Capacity = capacity,
                Constituent = new ConstituentDetails("Winifred Ash", null, null, isDataSubject, basis)
                {
                    IsSensitive = isSensitive,
                    IsOnlyWhatIsNeeded = isOnlyWhatIsNeeded,
                },
            }
        );

        stopped.ShouldBeOfType<AskOfficerResult.WithoutBasis>().Why.ShouldNotBeEmpty();
        (await council.ReadAsync(db => db.Matters.CountAsync())).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task Ask_Sealed_NamesNobodyInAnyRowOfTheMatter(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        var at = await council.AskedAsync(request => request with { Sealed = true });

        var matter = await council.MatterAsync(at.Reference);
        matter.Subject.ShouldBeNull();
        matter.WardId.ShouldBeNull();
        matter.ServiceAreaId.ShouldBeNull();
        var parties = await council.ReadAsync(db => db.MatterParties.Where(party => party.MatterId == matter.Id).ToListAsync());
        parties.ShouldAllBe(party => party.PersonId == null && party.OfficeId == null && party.Token.StartsWith("s:"));
        (await council.ReadAsync(db => db.Grants.Where(grant => grant.MatterId == matter.Id).ToListAsync())).ShouldAllBe(grant =>
            grant.Token.StartsWith("s:")
        );
        matter.Duties.ShouldAllBe(duty => duty.DebtorToken.StartsWith("s:") && duty.CreditorToken.StartsWith("s:"));
        (await StandingAsync(council, at, council.People.Officer)).ShouldNotBeNull().IsOwner.ShouldBeTrue();
        (await StandingAsync(council, at, council.People.OtherGroupMember)).ShouldBeNull();
        var mails = await council.ReadAsync(db => db.Outbox.ToListAsync());
        mails.ShouldNotBeEmpty();
        mails.ShouldAllBe(mail => mail.ToPersonId == null && mail.ToAddress == "" && mail.SealedAddress != null);
        mails.ShouldAllBe(mail => !(mail.Subject + mail.Body).Contains("Mill Lane") && !(mail.Subject + mail.Body).Contains(at.Reference));
    }

    private static async Task<Standing?> StandingAsync(TestCouncil council, MatterAt at, Guid person)
    {
        var viewer = await council.ViewerAsync(person);
        return await council.DoAsync<Comity.Service.Requests.Enquiries, Standing?>(enquiries =>
            enquiries.FindAsync(at.Reference, viewer, CancellationToken.None)
        );
    }
}
