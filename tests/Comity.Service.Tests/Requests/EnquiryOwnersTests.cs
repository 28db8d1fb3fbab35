using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Requests;

/// <summary>To whom an enquiry goes when the first in line may not have it, and when it belongs to no service.</summary>
public sealed class EnquiryOwnersTests
{
    private static readonly DateOnly Day = new(2026, 4, 2);

    [Theory, EveryDatabase]
    public async Task Ask_WhereTheNamedOfficerIsCloseToTheMember_GoesOnAsIfThatOfficeWereVacant(DatabaseKind kind)
    {
        await using var close = await TestCouncil.CreateAsync(kind);
        await using var vacant = await TestCouncil.CreateAsync(kind);
        (await AnswerAsync(close)).Owner.ShouldNotBeNull().PersonName.ShouldBe("Glen Officer");
        await DeclareAsync(close, close.People.Officer);
        await LeaveAsync(vacant, vacant.People.OfficerOffice);

        var passedOver = await AnswerAsync(close);
        var ordinary = await AnswerAsync(vacant);

        passedOver.Owner.ShouldNotBeNull().PersonName.ShouldBe("Ellis Director");
        (passedOver.Owner.PersonName, passedOver.OwnerSource, passedOver.OwnerMinute, passedOver.ServiceName).ShouldBe(
            (ordinary.Owner!.PersonName, ordinary.OwnerSource, ordinary.OwnerMinute, ordinary.ServiceName)
        );
        (await close.AskAsync()).ShouldBeOfType<AskOfficerResult.Asked>();
        (await OwnerAsync(close)).ShouldBe(close.People.Director);
        var other = await AnswerAsync(close, close.People.OtherGroupMember);
        other.Owner.ShouldNotBeNull().PersonName.ShouldBe("Glen Officer");
    }

    [Theory, EveryDatabase]
    public async Task Ask_WhereNobodyInLineMayHaveIt_GoesToTheStatedSubstituteWithItsMinute(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await DeclareAsync(council, council.People.Officer);
        await DeclareAsync(council, council.People.Director);
        (await council.AskAsync()).ShouldBe(new AskOfficerResult.NobodyToAsk("Highways"));

        await StateAsync(council, EnquiryOwners.RegularContact, council.People.Housing, council.People.OfficerOffice);
        (await AnswerAsync(council)).Owner.ShouldBeNull();
        await StateAsync(council, EnquiryOwners.RegularContact, council.People.Highways, council.People.HousingOffice);
        var answer = await AnswerAsync(council);

        answer.Owner.ShouldNotBeNull().PersonName.ShouldBe("Hana Housing");
        answer.OwnerMinute.ShouldBe("C/14");
        (await council.AskAsync()).ShouldBeOfType<AskOfficerResult.Asked>();
    }

    [Theory, EveryDatabase]
    public async Task Ask_WhereTheAbsentHolderIsCloseToTheMember_PassesTheWholeOffice(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await DeclareAsync(council, council.People.Officer);
        var clerk = await council.ViewerAsync(council.People.Clerk);
        await council.DoAsync<AppointDeputy, RegisterChange>(appoint =>
            appoint.ExecuteAsync(clerk, new(council.People.OfficerOffice, council.People.Manager, Day, Day.AddDays(30)))
        );

        (await AnswerAsync(council)).Owner.ShouldNotBeNull().PersonName.ShouldBe("Ellis Director");
    }

    [Theory, EveryDatabase]
    public async Task Reassign_ToWhoeverIsCloseToTheMember_IsNotOfferedAndIsRefusedAsAVacantOfficeIs(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        await DeclareAsync(council, council.People.HousingOfficer);
        await LeaveAsync(council, council.People.DirectorOffice);
        var matter = await council.MatterAsync(at.Reference);

        var offered = await council.DoAsync<ReassignEnquiry, IReadOnlyList<HeldOffice>>(act => act.CandidatesAsync(matter, Day, default));
        var close = await ReassignAsync(council, at, council.People.HousingOffice);
        var vacant = await ReassignAsync(council, at, council.People.DirectorOffice);

        offered.Select(office => office.PersonName).ShouldBe(["Fran Manager", "Glen Officer", "Ira Clerk"], ignoreOrder: true);
        close.ShouldBeOfType<ActResult.Refused>().ShouldBe(vacant);
    }

    [Theory, EveryDatabase]
    public async Task GoUp_PastALineManagerWhoIsCloseToTheMember_LeadsToTheNextStep(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        await DeclareAsync(council, council.People.Manager);
        var matter = await council.MatterAsync(at.Reference);

        var stand = await council.DoAsync<MatterParties, IReadOnlyList<MatterParty>>(parties => parties.OfAsync(matter, default));
        var steps = await council.DoAsync<ReplyLadder, IReadOnlyList<LadderStep>>(ladder => ladder.OfAsync(stand, Day, default));

        steps.SelectMany(step => step.Officers).Select(office => office.PersonName).ShouldBe(["Ellis Director"]);
    }

    [Theory, EveryDatabase]
    public async Task Ask_WithoutAService_GoesToTheClerkUnderEveryProtocol(DatabaseKind kind)
    {
        foreach (var protocol in new[] { "wigan", "generic", "west-lavington" })
        {
            await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf(protocol));
            await council.ReadAsync(db =>
                db.ServiceAreas.ExecuteUpdateAsync(set => set.SetProperty(service => service.Until, new DateOnly(2026, 1, 1)))
            );

            var answer = await AnswerAsync(council, null, null);
            var asked = (await council.AskAsync(WithoutService)).ShouldBeOfType<AskOfficerResult.Asked>(protocol);

            answer.Owner.ShouldNotBeNull(protocol).PersonName.ShouldBe("Ira Clerk");
            answer.OwnerSource.ShouldBe(EnquiryOwners.Clerk, protocol);
            var matter = await council.MatterAsync(asked.Reference);
            matter.ServiceAreaId.ShouldBeNull();
            matter.Duties.ShouldHaveSingleItem(protocol).DueOn.ShouldBe(answer.DatedReply?.Derived.Due, protocol);
            (await OwnerAsync(council)).ShouldBe(council.People.Clerk);
        }
    }

    [Theory, EveryDatabase]
    [Norm("town/6.1/c")]
    public async Task Ask_UnderAProtocolThatSendsMembersToTheClerk_GoesThereByThatClause(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf("town"));

        foreach (var service in new Guid?[] { null, council.People.Highways })
        {
            var answer = await AnswerAsync(council, null, service);

            answer.Owner.ShouldNotBeNull().PersonName.ShouldBe("Ira Clerk");
            answer.OwnerSource.ShouldBe("town/6.1/c");
        }

        (await council.AskAsync(WithoutService)).ShouldBeOfType<AskOfficerResult.Asked>();
    }

    [Theory, EveryDatabase]
    public async Task Ask_WithoutAServiceOrAClerk_NamesWhoCanMendItAndTakesTheSubstitute(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await DeclareAsync(council, council.People.Clerk);

        var answer = await AnswerAsync(council, null, null);

        answer.Owner.ShouldBeNull();
        answer.Keepers.Select(keeper => keeper.PersonName).ShouldBe(["Ira Clerk", "Jo Monitoring"], ignoreOrder: true);
        (await council.AskAsync(WithoutService)).ShouldBe(new AskOfficerResult.NobodyToAsk(""));
        await StateAsync(council, EnquiryOwners.Clerk, null, council.People.HousingOffice, council.People.MonitoringOfficer);
        var stoodIn = await AnswerAsync(council, null, null);
        stoodIn.Owner.ShouldNotBeNull().PersonName.ShouldBe("Hana Housing");
        stoodIn.OwnerMinute.ShouldBe("C/14");
    }

    private static AskOfficerRequest WithoutService(AskOfficerRequest request) => request with { ServiceAreaId = null, WardId = null };

    private static Task<EnquiryAnswer> AnswerAsync(TestCouncil council, Guid? by = null) =>
        AnswerAsync(council, by, council.People.Highways);

    private static Task<EnquiryAnswer> AnswerAsync(TestCouncil council, Guid? by, Guid? service) =>
        council.DoAsync<EnquiryRules, EnquiryAnswer>(rules =>
            rules.MayAskAsync(
                new EnquiryCase(
                    EnquiryKind.Enquiry,
                    service,
                    service is null,
                    by ?? council.People.Member,
                    false,
                    Day,
                    new Dictionary<string, string>()
                ),
                default
            )
        );

    private static async Task DeclareAsync(TestCouncil council, Guid person)
    {
        var viewer = await council.ViewerAsync(person);
        var done = await council.DoAsync<DeclareRelationship, RegisterChange>(declare =>
            declare.ExecuteAsync(viewer, new(person, council.People.Member, Tie.Family, "We are cousins.", null, Day.AddDays(-10)))
        );
        done.ShouldBeOfType<RegisterChange.Done>();
    }

    private static async Task StateAsync(TestCouncil council, string role, Guid? service, Guid office, Guid? by = null)
    {
        var keeper = await council.ViewerAsync(by ?? council.People.Clerk);
        var done = await council.DoAsync<StateSubstitute, RegisterChange>(state =>
            state.ExecuteAsync(keeper, new(role, service, office, "C/14", Day, null, new HashSet<string> { role }))
        );
        done.ShouldBeOfType<RegisterChange.Done>();
    }

    private static Task<int> LeaveAsync(TestCouncil council, Guid office) =>
        council.ReadAsync(db =>
            db.Holdings.Where(holding => holding.OfficeId == office)
                .ExecuteUpdateAsync(set => set.SetProperty(holding => holding.Until, new DateOnly(2026, 1, 1)))
        );

    private static Task<Guid?> OwnerAsync(TestCouncil council) =>
        council.ReadAsync(db =>
            db.MatterParties.Where(party => party.Place == MatterParties.Owner).Select(party => party.PersonId).SingleAsync()
        );

    private static Task<ActResult> ReassignAsync(TestCouncil council, MatterAt at, Guid office) =>
        council.ActAsync<ReassignEnquiry>(
            council.People.Officer,
            (act, viewer) => act.ExecuteAsync(new(at, office, "It is theirs."), viewer, default)
        );
}
