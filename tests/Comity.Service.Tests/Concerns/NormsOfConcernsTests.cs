using Comity.Protocols;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Testing;

namespace Comity.Service.Tests.Concerns;

/// <summary>What each protocol says to somebody who raises, hears or takes on a concern, and where it leads, as the pages show it.</summary>
public sealed class NormsOfConcernsTests
{
    [Fact]
    [Norm("town/11/a")]
    [Norm("town/11/o")]
    [Norm("town/11/p")]
    [Norm("town/11/q")]
    [Norm("town/2/l")]
    public async Task Town_TellsAMemberHowAConcernIsRaised()
    {
        await using var council = await CouncilOf.ProtocolAsync("town");
        var (member, officer) = (council.People.Member, council.People.Officer);

        var words = await council.WordsAsync("raise-concern", member, officer, ("evidence-stated", "yes"));
        words.ShouldContain("Relations sometimes strain or fail. This is how to put it right.");
        words.ShouldContain("Do not attack the officer personally and do not abuse anybody.");
        words.ShouldContain("Have grounds for what you say, and say it so that it helps.");
        words.ShouldContain("Say it in private.");
        words.ShouldContain("Give facts and evidence: what happened, when, and who saw it.");
        (await council.AskAsync("raise-concern", member, officer, ("evidence-stated", "no"))).Decision.Outcome.ShouldBe(Outcome.ShouldNot);
    }

    [Fact]
    [Norm("town/11/f")]
    [Norm("town/11/n")]
    public async Task Town_KeepsTheChairmanOutAndEndsWithTheDisciplinaryProcedure()
    {
        await using var council = await CouncilOf.ProtocolAsync("town");
        var (member, officer) = (council.People.Member, council.People.Officer);
        var chairman = await council.HolderAsync("chairman-of-council");

        var answer = await council.AskAsync("raise-concern", member, officer, ("evidence-stated", "yes"));
        answer.KeptOut.ShouldContain("chairman-of-council");
        answer.Steps.ShouldContain(step => step.Step.Stage == "disciplinary-procedure");
        (await council.HandlingAsync(chairman, member, officer)).Outcome.ShouldBe(Outcome.ShouldNot);
    }

    [Fact]
    [Norm("town/11/h")]
    [Norm("town/11/r")]
    [Norm("town/11/s")]
    [Norm("town/fn1/b")]
    public async Task Town_TakesAnEmployeesTroubleAtWorkByTheGrievanceProcedure()
    {
        await using var council = await CouncilOf.ProtocolAsync("town");
        var (member, officer) = (council.People.Member, council.People.Officer);

        var first = await council.AskAsync("raise-grievance", officer, member);
        first.Doors.ShouldContain(door => door.Stage == "informal-stage" && door.Hearers[0].Name == "handbook-contact");
        first.Decision.Registers.ShouldContain(kept => kept.Name == "grievances");
        var after = await council.AskAsync("raise-grievance", officer, member, ("informal-tried", "yes"));
        after.Doors.ShouldContain(door => door.Stage == "grievance-procedure" && door.Hearers[0].Name == "personnel-committee");
        (await council.WordsAsync("raise-grievance", officer, member, ("advice-wanted", "yes"))).ShouldContain(
            "You may ask your line manager, your union or your professional body first."
        );
    }

    [Fact]
    [Norm("town/11/t")]
    [Norm("town/11/u")]
    public async Task Town_SendsAnOfficerWithABreachOfTheCodeToTheMonitoringOfficer()
    {
        await using var council = await CouncilOf.ProtocolAsync("town");
        var (member, officer) = (council.People.Member, council.People.Officer);

        var answer = await council.AskAsync("raise-concern", officer, member, ("also-code-breach", "yes"), ("evidence-stated", "yes"));
        answer.Doors.ShouldContain(door => door.Hearers.Any(hearer => hearer.Name == "Jo Monitoring"));
        (
            await council.WordsAsync("refer-code-complaint", officer, member, ("code-breach-alleged", "yes"), ("advice-wanted", "yes"))
        ).ShouldContain("Your union or professional body can advise you.");
    }

    [Fact]
    [Norm("town/11/b")]
    public async Task Town_AsksWhoeverHearsItToSettleItInformally()
    {
        await using var council = await CouncilOf.ProtocolAsync("town");

        (await council.SettlingAsync(council.People.Clerk, council.People.Member, council.People.Officer))
            .Shows.Select(show => show.Text)
            .ShouldContain("Settle it informally if you can.");
    }

    [Fact]
    [Norm("town/4.1/j")]
    public async Task Town_TurnsAnOfficersOwnJobToTheGrievanceProcedure()
    {
        await using var council = await CouncilOf.ProtocolAsync("town");
        (await council.OwnJobAsync()).ShouldContain("A personal matter does not go to a member. Use the grievance procedure.");
    }

    [Fact]
    [Norm("west-lavington/3.1/l")]
    public async Task WestLavington_TurnsAnOfficersOwnJobToAnAgreedProcedure()
    {
        await using var council = await CouncilOf.ProtocolAsync("west-lavington");
        (await council.OwnJobAsync()).ShouldContain(
            "Personal issues do not go to councillors except by a procedure that the council agreed."
        );
    }

    [Fact]
    [Norm("wigan/4.8/b")]
    public async Task Wigan_TurnsAnOfficersOwnJobToTheLineManager()
    {
        await using var council = await CouncilOf.ProtocolAsync("wigan");
        (await council.OwnJobAsync()).ShouldContain(
            "Matters about your own job go to your line manager or through the grievance procedure."
        );
    }

    [Fact]
    [Norm("wigan/4.8/c")]
    public async Task Wigan_KeepsAChargeAgainstAColleagueFromMembers()
    {
        await using var council = await CouncilOf.ProtocolAsync("wigan");
        (await council.OwnJobAsync(aboutColleague: true)).ShouldContain(
            "A worry about a colleague goes to your line manager, not to a member."
        );
    }

    [Fact]
    [Norm("wigan/4.1/h")]
    [Norm("wigan/5.1/d")]
    public async Task Wigan_LeavesActionToTheDisciplinaryRulesAndPassesAnAssistantDirectorBy()
    {
        await using var council = await CouncilOf.ProtocolAsync("wigan");
        var concern = council.Case("raise-concern", council.People.Member, council.People.Officer);
        var says = await council.Council.DoAsync<ConcernRules, Decision>(rules =>
            rules.DisciplineAsync(concern, council.People.Manager, default)
        );
        says.Shows.Select(show => show.Text).ShouldContain("Only the council's disciplinary rules decide what happens to an officer.");

        var about = await council.HolderAsync("assistant-director");
        (await council.AskAsync("raise-concern", council.People.Member, about, ("protocol-breach", "yes"))).Steps.ShouldNotContain(step =>
            step.Step.Stage == "assistant-director"
        );
    }

    [Fact]
    [Norm("town/4.2/h")]
    [Norm("town/5/c")]
    [Norm("town/5/d")]
    public async Task Town_OffersPressureAndInterferenceWithTheStatutoryRoleAsGroundsAgainstAMember()
    {
        await using var council = await CouncilOf.ProtocolAsync("town");
        var grounds = await council.GroundsAsync(RolesOnDay.Member);
        grounds.ShouldContain("town/4.2/h");
        grounds.ShouldContain("town/5/c");
        grounds.ShouldContain("town/5/d");
        (await council.GroundsAsync(RolesOnDay.Officer)).ShouldNotContain("town/5/c");
    }

    [Fact]
    [Norm("west-lavington/2.4/g")]
    [Norm("west-lavington/3.2/f")]
    public async Task WestLavington_OffersVictimisingAndPressureAsGroundsAgainstACouncillor()
    {
        await using var council = await CouncilOf.ProtocolAsync("west-lavington");
        var grounds = await council.GroundsAsync(RolesOnDay.Member);
        grounds.ShouldContain("west-lavington/2.4/g");
        grounds.ShouldContain("west-lavington/3.2/f");
    }

    [Fact]
    [Norm("west-lavington/4.1/a")]
    [Norm("west-lavington/4.2/a")]
    [Norm("west-lavington/4.2/b")]
    [Norm("west-lavington/4.2/c")]
    [Norm("west-lavington/4.2/f")]
    [Norm("west-lavington/4.3/b")]
    public async Task WestLavington_TakesAnEmployeesConcernToMediatorsAndThenToTheGroup()
    {
        await using var council = await CouncilOf.ProtocolAsync("west-lavington");
        var (member, officer) = (council.People.Member, council.People.Officer);

        var words = await council.WordsAsync("raise-concern", officer, member);
        words.ShouldContain("Relations do strain or break at times. That is what section 4 is for.");
        words.ShouldContain("If it is not settled, the grievance procedure is open to you.");
        (await council.AskAsync("raise-concern", officer, member, ("mediation-wanted", "yes"))).Doors.ShouldContain(door =>
            door.Hearers.Any(hearer => hearer.Name == "Jo Monitoring")
        );
        var independent = await council.WordsAsync("raise-concern", officer, member, ("independent-advice-needed", "yes"));
        independent.ShouldContain("It may be necessary to find independent advice.");
        independent.ShouldContain("The Society of Local Council Clerks may know somebody independent.");
        (await council.AskAsync("raise-concern", officer, member, ("informal-tried", "yes"))).Doors.ShouldContain(door =>
            door.Hearers.Any(hearer => hearer.Name == "personnel-group")
        );
    }

    [Fact]
    [Norm("west-lavington/4.2/d")]
    [Norm("west-lavington/4.5/c")]
    public async Task WestLavington_DoesNotHaveTheChairmanHearItAlone()
    {
        await using var council = await CouncilOf.ProtocolAsync("west-lavington");
        var (member, officer) = (council.People.Member, council.People.Officer);
        var chairman = await council.HolderAsync("chairman-of-council");

        (await council.HandlingAsync(chairman, member, officer, alone: true)).Outcome.ShouldBe(Outcome.ShouldNot);
        (await council.HandlingAsync(chairman, member, officer, alone: false)).Outcome.ShouldBe(Outcome.Permitted);
        (await council.AskAsync("raise-concern", member, officer)).Steps.ShouldContain(step => step.Step.Stage == "disciplinary-procedure");
    }

    [Fact]
    [Norm("west-lavington/3.1/e")]
    public async Task WestLavington_OwesACouncillorAnAnswerInGoodTime()
    {
        await using var council = await CouncilOf.ProtocolAsync("west-lavington");
        var hearer = new Hearer(council.People.Clerk, council.People.OfficerOffice, "Ira Clerk", "Clerk", "", null);
        var concern = council.Case("raise-concern", council.People.Member, council.People.Officer);
        var counted = await council.Council.DoAsync<ConcernClocks, CountedBy>(clocks => clocks.OutcomeAsync(concern, hearer, default));
        counted.Regime.Source.ShouldBe("west-lavington/3.1/e");
    }

    [Fact]
    [Norm("generic/3.2/a")]
    [Norm("generic/6.1/c")]
    [Norm("generic/6.1/e")]
    public async Task Generic_KeepsAConcernPrivateAndTakesAnybodysComplaintUnderTheCode()
    {
        await using var council = await CouncilOf.ProtocolAsync("generic");
        var (member, officer) = (council.People.Member, council.People.Officer);
        var chairman = await council.HolderAsync("chairman-of-council");

        (await council.WordsAsync("raise-concern", member, officer)).ShouldContain("It stays between you and the Chairman.");
        (await council.WordsAsync("raise-concern", member, chairman)).ShouldContain(
            "It stays between you, the Clerk and the Monitoring Officer."
        );
        (await council.WordsAsync("refer-code-complaint", officer, member, ("code-breach-alleged", "yes"))).ShouldContain(
            "Anybody may complain, officers and members too. A complaint is never turned away because of who makes it."
        );
        (await council.AskAsync("raise-concern", officer, member, ("also-code-breach", "yes"))).Doors.ShouldContain(door =>
            door.Hearers.Any(hearer => hearer.Name == "Jo Monitoring")
        );
    }

    [Fact]
    [Norm("borough/2.8/c")]
    public async Task Borough_TellsTheOfficerBeforehandAndWantsAConsultationOnRecord()
    {
        await using var council = await CouncilOf.ProtocolAsync("borough");
        var (member, officer) = (council.People.Member, council.People.Officer);

        (await council.WordsAsync("raise-concern", officer, member)).ShouldContain(
            "Whoever takes it will speak to the member, or to the leader of the member's group. It cannot stay unknown to them for long."
        );
        (await council.HandlingAsync(council.People.MonitoringOfficer, officer, member)).Conditions.ShouldContain(condition =>
            !condition.IsMet
        );
        (
            await council.HandlingAsync(council.People.MonitoringOfficer, officer, member, facts: ("member-consulted", "yes"))
        ).Conditions.ShouldAllBe(condition => condition.IsMet);
    }

    [Fact]
    [Norm("wigan/4.1/d")]
    [Norm("wigan/5.2/c")]
    [Norm("wigan/5.2/d")]
    public async Task Wigan_TakesAnOfficersConcernAboutAMemberUpTheLineOrToTheMonitoringOfficer()
    {
        await using var council = await CouncilOf.ProtocolAsync("wigan");
        var (member, officer) = (council.People.Member, council.People.Officer);

        (
            await council.AskAsync("raise-concern", officer, member, ("code-breach-alleged", "yes"), ("criticised-in-public", "yes"))
        ).Doors.ShouldContain(door => door.Hearers.Any(hearer => hearer.Name == "Jo Monitoring"));
        (await council.WordsAsync("raise-concern", officer, member, ("also-code-breach", "yes"))).ShouldContain(
            "The same facts may also break the members' code of conduct."
        );
        (await council.AskAsync("raise-concern", officer, member, ("sufficiently-serious", "yes"))).Steps.ShouldContain(step =>
            step.Step.Who.ToString() == "monitoring-officer"
        );
    }

    [Fact]
    [Norm("wigan/5.2/b")]
    [Norm("wigan/5.3/f")]
    [Norm("wigan/5.4/a")]
    public async Task Wigan_BringsInTheAssistantDirectorOrTheNamedOfficerAndRefusesNoNumberOfConcerns()
    {
        await using var council = await CouncilOf.ProtocolAsync("wigan");
        var (member, officer) = (council.People.Member, council.People.Officer);

        (await council.AskAsync("raise-concern", officer, member, ("line-manager-thinks-necessary", "yes"))).Steps.ShouldContain(step =>
            step.Step.Stage == "assistant-director"
        );
        (
            await council.AskAsync("raise-concern", member, officer, ("protocol-breach", "yes"), ("line-manager-unsuitable", "yes"))
        ).Steps.ShouldContain(step => step.Step.Who.ToString() == "service-complaints-officer of subject");
        var many = await council.AskAsync("raise-concern", member, officer, ("protocol-breach", "yes"), ("repeated-minor", "yes"));
        many.MayGoOn(null).ShouldBeTrue();
        many.Decision.Registers.ShouldContain(kept => kept.Name == "concern");
    }

    [Fact]
    [Norm("wigan/5.3/a")]
    [Norm("wigan/5.3/b")]
    public async Task Wigan_WantsItTriedInformallyBeforeAStatutoryOfficerIsDrawnIn()
    {
        await using var council = await CouncilOf.ProtocolAsync("wigan");
        var (member, officer) = (council.People.Member, council.People.Officer);

        (await council.SettlingAsync(council.People.Manager, member, officer))
            .Shows.Select(show => show.Text)
            .ShouldContain("Most complaints can be put right informally. Try that first.");
        (await council.SettlingAsync(council.People.Manager, member, officer, ("escalate-to", "statutory-officer"))).Outcome.ShouldBe(
            Outcome.ShouldNot
        );
    }

    [Fact]
    [Norm("west-lavington/4.2/d")]
    public async Task WestLavington_LetsTheChairmanGoOnAloneWithAReasonThatTheMonitoringOfficerIsShown()
    {
        await using var council = await CouncilOf.ProtocolAsync("west-lavington");
        await using var concern = await HeardConcern.RaiseAsync(DatabaseKind.Sqlite, council: council.Council);
        var chairman = await council.HolderAsync("chairman-of-council");

        (await concern.TakeUpAsync(chairman)).ShouldBeOfType<ActResult.Refused>().Source.ShouldBe("west-lavington/4.2/d");
        (await concern.TakeUpAsync(chairman, "Nobody else is there before the summer.")).ShouldBeOfType<ActResult.Done>();

        var shown = (await concern.SeenByAsync(council.People.MonitoringOfficer)).ShouldNotBeNull();
        shown.Granted.ShouldBe([Parts.Matter, Parts.Oversight], ignoreOrder: true);
        (await concern.WordsForAsync(council.People.MonitoringOfficer)).ShouldBe(["Nobody else is there before the summer."]);
    }

    [Fact]
    [Norm("town/11/m")]
    public async Task Town_WarnsTheCommitteesChairmanWithoutTheTraining()
    {
        await using var council = await CouncilOf.ProtocolAsync("town");
        await using var concern = await HeardConcern.RaiseAsync(
            DatabaseKind.Sqlite,
            request => request with { Facts = new Dictionary<string, string> { ["evidence-stated"] = "yes" } },
            council: council.Council,
            about: council.People.Clerk
        );
        var chairman = await council.HolderAsync("personnel-committee-chairman");

        (await concern.TakeUpAsync(chairman, facts: new() { ["personnel-training-done"] = "no" }))
            .ShouldBeOfType<ActResult.Refused>()
            .Source.ShouldBe("town/3.1.1/g");
        (await concern.TakeUpAsync(chairman, facts: new() { ["personnel-training-done"] = "yes" })).ShouldBeOfType<ActResult.Done>();
    }

    [Fact]
    public async Task Decide_AComplaintThatWasInvestigated_AsksTheIndependentPersonFirst()
    {
        await using var council = await CouncilOf.ProtocolAsync("borough");
        await using var concern = await HeardConcern.RaiseAsync(
            DatabaseKind.Sqlite,
            request =>
                request with
                {
                    Act = ConcernAct.CodeComplaint.Key,
                    Facts = new Dictionary<string, string> { ["code-breach-alleged"] = "yes" },
                },
            by: council.People.OtherGroupMember,
            council: council.Council,
            about: council.People.Member
        );
        var monitoring = council.People.MonitoringOfficer;
        (await concern.TakeUpAsync(monitoring)).ShouldBeOfType<ActResult.Done>();

        (await DecideAsync()).ShouldBeOfType<ActResult.Refused>().Source.ShouldContain("s.28");
        (
            await concern.DoAsync<RecordConsultation>(
                monitoring,
                (act, at, viewer) =>
                    act.ExecuteAsync(
                        new(at, "independent-person-consulted", council.Council.Clock.Today(), "The independent person sees a breach."),
                        viewer,
                        default
                    )
            )
        ).ShouldBeOfType<ActResult.Done>();
        (await DecideAsync()).ShouldBeOfType<ActResult.Done>();

        Task<ActResult> DecideAsync() =>
            concern.DoAsync<DecideConcern>(
                monitoring,
                (act, at, viewer) =>
                    act.ExecuteAsync(
                        new(at, OutcomeKind.Decided, new Dictionary<string, string>(), ["apology"], "There was a breach.", null)
                        {
                            Investigated = true,
                        },
                        viewer,
                        default
                    )
            );
    }
}
